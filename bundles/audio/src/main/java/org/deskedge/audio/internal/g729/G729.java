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
package org.deskedge.audio.internal.g729;

import java.util.Optional;
import org.deskedge.audio.Impairment;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.audio.SpeechEncoder;

/**
 * ITU-T G.729 (RFC 3551 section 4.5.6): 8 kbit/s in frames of 10 ms, by libjitsi's translation of
 * the floating-point Annex C, whose bits are those of the main body. Without the silence
 * compression of Annex B: a far end that sends its frames all the same is understood as far as that
 * they hold no speech. libjitsi allocates some arrays for each frame. Safe for use by any thread.
 */
public final class G729 implements SpeechCodec {

  static final int FRAME_MILLIS = 10;
  static final int FRAME = 80;
  static final int FRAME_BYTES = 10;

  private static final int SAMPLE_RATE = 8000;
  private static final String PARAMETERS = "annexb=no";

  @Override
  public String encodingName() {
    return "G729";
  }

  @Override
  public int clockRate() {
    return SAMPLE_RATE;
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
    return Impairment.G729;
  }

  @Override
  public Optional<String> formatParameters() {
    return Optional.of(PARAMETERS);
  }

  @Override
  public SpeechEncoder newEncoder(Optional<String> formatParameters) {
    return new G729Encoder();
  }

  @Override
  public SpeechDecoder newDecoder() {
    return new G729Decoder();
  }
}
