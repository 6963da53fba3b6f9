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

import org.deskedge.audio.SpeechDecoder;

/** The decoder of GSM 06.10 (ETSI EN 300 961 section 5.3). Allocates nothing after construction. */
final class GsmDecoder implements SpeechDecoder {

  private static final int DE_EMPHASIS = 28_180;
  private static final int THIRTEEN_BITS = 0xfff8;

  private final ShortTermFilter shortTerm = new ShortTermFilter();
  private final LongTermPredictor longTerm = new LongTermPredictor();
  private final RegularPulses pulses = new RegularPulses();
  private final Parameters frame = new Parameters();
  private final int[] speech = new int[Gsm.FRAME];
  private final int[] error = new int[LongTermPredictor.SUBFRAME];
  private int lastSample;

  @Override
  public int samples(byte[] payload, int offset, int length) {
    if (length % Parameters.BYTES != 0) {
      return 0;
    }
    for (int i = 0; i < length; i += Parameters.BYTES) {
      if (!Parameters.isFrame(payload, offset + i)) {
        return 0;
      }
    }
    return length / Parameters.BYTES * Gsm.FRAME;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] samples, int at) {
    int count = samples(payload, offset, length);
    for (int i = 0; i < count / Gsm.FRAME; i++) {
      frame.read(payload, offset + i * Parameters.BYTES);
      decode();
      for (int k = 0; k < Gsm.FRAME; k++) {
        lastSample = add(speech[k], multR(lastSample, DE_EMPHASIS));
        samples[at + i * Gsm.FRAME + k] = (short) (add(lastSample, lastSample) & THIRTEEN_BITS);
      }
    }
    return count;
  }

  private void decode() {
    for (int j = 0; j < Parameters.SUBFRAMES; j++) {
      longTerm.predict(frame, j);
      pulses.decode(frame, j, error);
      longTerm.reconstruct(error, speech, j * LongTermPredictor.SUBFRAME);
    }
    shortTerm.synthesise(frame.lar, speech);
  }

  @Override
  public void reset() {
    shortTerm.reset();
    longTerm.reset();
    lastSample = 0;
  }
}
