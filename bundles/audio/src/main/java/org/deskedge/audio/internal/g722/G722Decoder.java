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
package org.deskedge.audio.internal.g722;

import org.deskedge.audio.SpeechDecoder;

/** The decoder of ITU-T G.722 in mode 1, 64 kbit/s. Allocates nothing after construction. */
final class G722Decoder implements SpeechDecoder {

  private static final int BAND_LIMIT = 16_384;

  private final MirrorFilter filter = new MirrorFilter();
  private final Band lower = Band.lower();
  private final Band higher = Band.higher();

  @Override
  public int samples(byte[] payload, int offset, int length) {
    return 2 * length;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] samples, int at) {
    for (int i = 0; i < length; i++) {
      decode(payload[offset + i] & 0xff, samples, at + 2 * i);
    }
    return 2 * length;
  }

  private void decode(int code, short[] samples, int at) {
    int lowCode = code & 0x3f;
    int low = limited(lower.prediction() + Tables.lower6(lowCode, lower.scale()));
    lower.update(Tables.lower4(lowCode, lower.scale()), Tables.lowerMultiplier(lowCode));

    int highCode = code >> 6;
    int difference = Tables.higher(highCode, higher.scale());
    int high = limited(higher.prediction() + difference);
    higher.update(difference, Tables.higherMultiplier(highCode));

    filter.push(low + high, low - high);
    samples[at] = (short) Band.saturated(filter.seconds() >> 11);
    samples[at + 1] = (short) Band.saturated(filter.firsts() >> 11);
  }

  @Override
  public void reset() {
    filter.reset();
    lower.reset();
    higher.reset();
  }

  private static int limited(int value) {
    return Math.max(-BAND_LIMIT, Math.min(BAND_LIMIT - 1, value));
  }
}
