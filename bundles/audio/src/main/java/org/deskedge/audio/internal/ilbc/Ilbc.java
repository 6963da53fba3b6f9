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
package org.deskedge.audio.internal.ilbc;

import java.util.Optional;
import org.deskedge.audio.Impairment;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.audio.SpeechEncoder;
import org.deskedge.audio.internal.FormatParameters;

/**
 * iLBC (RFC 3951, RFC 3952), by libjitsi's translation of the RFC's own code: frames of 20 ms at
 * 15.2 kbit/s or of 30 ms at 13.33. This side asks for 20; a far end that does not say so too is
 * sent 30, as it is the default. Either length is understood. libjitsi allocates arrays for each
 * frame. Safe for use by any thread.
 */
public final class Ilbc implements SpeechCodec {

  private static final int SAMPLE_RATE = 8000;
  private static final String PARAMETERS = "mode=20";

  @Override
  public String encodingName() {
    return "iLBC";
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
    return IlbcMode.SHORT.millis();
  }

  @Override
  public Impairment impairment() {
    return Impairment.ILBC;
  }

  @Override
  public Optional<String> formatParameters() {
    return Optional.of(PARAMETERS);
  }

  @Override
  public SpeechEncoder newEncoder(Optional<String> formatParameters) {
    int mode = FormatParameters.number(formatParameters, "mode").orElse(IlbcMode.LONG.millis());
    return new IlbcEncoder(mode == IlbcMode.SHORT.millis() ? IlbcMode.SHORT : IlbcMode.LONG);
  }

  @Override
  public SpeechDecoder newDecoder() {
    return new IlbcDecoder();
  }
}
