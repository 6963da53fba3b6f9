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

import org.deskedge.audio.SpeechEncoder;

/** The encoder of GSM 06.10 (ETSI EN 300 961 section 5.2). Allocates nothing after construction. */
final class GsmEncoder implements SpeechEncoder {

  private static final int OFFSET_LEAK = 32_735;
  private static final int PRE_EMPHASIS = -28_180;

  private final LinearPrediction prediction = new LinearPrediction();
  private final ShortTermFilter shortTerm = new ShortTermFilter();
  private final LongTermPredictor longTerm = new LongTermPredictor();
  private final RegularPulses pulses = new RegularPulses();
  private final Parameters frame = new Parameters();
  private final int[] speech = new int[Gsm.FRAME];
  private final int[] error = new int[LongTermPredictor.SUBFRAME];
  private int lastInput;
  private long offset;
  private int lastSample;

  @Override
  public int frameMillis() {
    return Gsm.FRAME_MILLIS;
  }

  @Override
  public int encode(short[] samples, int from, int length, byte[] payload, int at) {
    int frames = length / Gsm.FRAME;
    for (int i = 0; i < frames; i++) {
      prepare(samples, from + i * Gsm.FRAME);
      encode();
      frame.write(payload, at + i * Parameters.BYTES);
    }
    return frames * Parameters.BYTES;
  }

  private void encode() {
    prediction.analyse(speech, frame.lar);
    shortTerm.analyse(frame.lar, speech);
    for (int j = 0; j < Parameters.SUBFRAMES; j++) {
      int from = j * LongTermPredictor.SUBFRAME;
      longTerm.search(speech, from, frame, j);
      longTerm.predict(frame, j);
      longTerm.subtract(speech, from, error);
      pulses.encode(error, frame, j);
      pulses.decode(frame, j, error);
      longTerm.reconstruct(error, speech, from);
    }
  }

  /** Down-scaling, compensation of a constant offset and pre-emphasis (5.2.1 to 5.2.3). */
  private void prepare(short[] samples, int from) {
    for (int k = 0; k < Gsm.FRAME; k++) {
      int input = (samples[from + k] >> 3) << 2;
      int change = input - lastInput;
      lastInput = input;
      int high = (int) (offset >> 15);
      int low = (int) (offset - ((long) high << 15));
      offset =
          saturated(((long) change << 15) + multR(low, OFFSET_LEAK) + (long) high * OFFSET_LEAK);
      int emphasis = multR(lastSample, PRE_EMPHASIS);
      lastSample = (int) (saturated(offset + 0x4000) >> 15);
      speech[k] = add(lastSample, emphasis);
    }
  }

  private static long saturated(long value) {
    return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }
}
