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

import java.util.Optional;
import org.deskedge.audio.Impairment;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.audio.SpeechEncoder;

/**
 * ITU-T G.722 (09/2012) in mode 1: 7 kHz speech in 64 kbit/s, split into two sub-bands, each coded
 * by adaptive differential PCM. A byte holds one sample of either sub-band, two of the speech:
 *
 * <pre>
 *   7 6   5 4 3 2 1 0
 * +-----+-------------+
 * | IH  |     IL      |
 * +-----+-------------+
 * </pre>
 *
 * <p>The library the other codecs come from has a binding of G.722 and not the native part of it.
 * Safe for use by any thread.
 */
public final class G722 implements SpeechCodec {

  static final int FRAME_MILLIS = 10;

  private static final int SAMPLE_RATE = 16_000;
  // RFC 3551 section 4.5.2 keeps the clock rate that RFC 1890 gave by mistake.
  private static final int CLOCK_RATE = 8000;

  @Override
  public String encodingName() {
    return "G722";
  }

  @Override
  public int clockRate() {
    return CLOCK_RATE;
  }

  @Override
  public int rtpMapChannels() {
    return 1;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int frameMillis() {
    return FRAME_MILLIS;
  }

  @Override
  public Impairment impairment() {
    return Impairment.G722;
  }

  @Override
  public Optional<String> formatParameters() {
    return Optional.empty();
  }

  @Override
  public SpeechEncoder newEncoder(Optional<String> formatParameters) {
    return new G722Encoder();
  }

  @Override
  public SpeechDecoder newDecoder() {
    return new G722Decoder();
  }
}
