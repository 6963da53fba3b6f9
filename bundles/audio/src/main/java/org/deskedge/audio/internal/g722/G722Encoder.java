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

import org.deskedge.audio.SpeechEncoder;

/** The encoder of ITU-T G.722, 64 kbit/s. Allocates nothing after construction. */
final class G722Encoder implements SpeechEncoder {

  private final MirrorFilter filter = new MirrorFilter();
  private final Band lower = Band.lower();
  private final Band higher = Band.higher();

  @Override
  public int frameMillis() {
    return G722.FRAME_MILLIS;
  }

  @Override
  public int encode(short[] samples, int offset, int length, byte[] payload, int at) {
    int bytes = length / 2;
    for (int i = 0; i < bytes; i++) {
      payload[at + i] = encode(samples[offset + 2 * i], samples[offset + 2 * i + 1]);
    }
    return bytes;
  }

  private byte encode(int first, int second) {
    filter.push(first, second);
    int firsts = filter.firsts();
    int seconds = filter.seconds();
    int low = (seconds + firsts) >> 14;
    int high = (seconds - firsts) >> 14;

    int lowCode = Tables.lowerCode(Band.saturated(low - lower.prediction()), lower.scale());
    lower.update(Tables.lower4(lowCode, lower.scale()), Tables.lowerMultiplier(lowCode));

    int highCode = Tables.higherCode(Band.saturated(high - higher.prediction()), higher.scale());
    higher.update(Tables.higher(highCode, higher.scale()), Tables.higherMultiplier(highCode));
    return (byte) (highCode << 6 | lowCode);
  }
}
