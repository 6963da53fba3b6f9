/*
 * Copyright 2026 The Deskedge Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package org.deskedge.audio.internal.gsm;

import static org.deskedge.audio.internal.gsm.Words.add;
import static org.deskedge.audio.internal.gsm.Words.multR;
import static org.deskedge.audio.internal.gsm.Words.sub;

/**
 * The lattice filter of 8 stages, both ways (ETSI EN 300 961 sections 5.2.8 to 5.2.10, 5.3.3 and
 * 5.3.4). Its coefficients go over from those of the frame before in the first 40 samples.
 */
final class ShortTermFilter {

  private static final int STAGES = Parameters.COEFFICIENTS;
  private static final int[] OFFSET = {0, 0, 2048, -2560, 94, -1792, -341, -1144};
  private static final int[] LOWEST = {-32, -32, -16, -16, -8, -8, -4, -4};
  private static final int[] INVERSE = {13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708};

  /** Where each set of coefficients ends. */
  private static final int[] ENDS = {13, 27, 40, 160};

  private final int[] memory = new int[STAGES + 1];
  private final int[] reflection = new int[STAGES];
  private int[] before = new int[STAGES];
  private int[] now = new int[STAGES];

  void analyse(int[] coded, int[] samples) {
    decode(coded);
    int from = 0;
    for (int part = 0; part < ENDS.length; part++) {
      interpolate(part);
      for (int k = from; k < ENDS[part]; k++) {
        samples[k] = residual(samples[k]);
      }
      from = ENDS[part];
    }
  }

  void synthesise(int[] coded, int[] samples) {
    decode(coded);
    int from = 0;
    for (int part = 0; part < ENDS.length; part++) {
      interpolate(part);
      for (int k = from; k < ENDS[part]; k++) {
        samples[k] = speech(samples[k]);
      }
      from = ENDS[part];
    }
  }

  private int residual(int sample) {
    int direct = sample;
    int delayed = sample;
    for (int i = 0; i < STAGES; i++) {
      int stored = memory[i];
      memory[i] = delayed;
      delayed = add(stored, multR(reflection[i], direct));
      direct = add(direct, multR(reflection[i], stored));
    }
    return direct;
  }

  private int speech(int sample) {
    int sum = sample;
    for (int i = STAGES - 1; i >= 0; i--) {
      sum = sub(sum, multR(reflection[i], memory[i]));
      memory[i + 1] = add(memory[i], multR(reflection[i], sum));
    }
    memory[0] = sum;
    return sum;
  }

  private void decode(int[] coded) {
    int[] oldest = before;
    before = now;
    now = oldest;
    for (int i = 0; i < STAGES; i++) {
      int ratio = sub((coded[i] + LOWEST[i]) << 10, OFFSET[i] << 1);
      ratio = multR(INVERSE[i], ratio);
      now[i] = add(ratio, ratio);
    }
  }

  private void interpolate(int part) {
    for (int i = 0; i < STAGES; i++) {
      int old = before[i];
      int fresh = now[i];
      int ratio =
          switch (part) {
            case 0 -> add(add(old >> 2, fresh >> 2), old >> 1);
            case 1 -> add(old >> 1, fresh >> 1);
            case 2 -> add(add(old >> 2, fresh >> 2), fresh >> 1);
            default -> fresh;
          };
      int magnitude = reflectionOf(Words.abs(ratio));
      reflection[i] = ratio < 0 ? -magnitude : magnitude;
    }
  }

  private static int reflectionOf(int ratio) {
    if (ratio < 11_059) {
      return ratio << 1;
    }
    return ratio < 20_070 ? ratio + 11_059 : add(ratio >> 2, 26_112);
  }

  void reset() {
    java.util.Arrays.fill(memory, 0);
    java.util.Arrays.fill(before, 0);
    java.util.Arrays.fill(now, 0);
  }
}
