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

import java.util.Optional;
import org.deskedge.audio.Impairment;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.audio.SpeechEncoder;

/**
 * GSM 06.10 full rate (ETSI EN 300 961; RFC 3551 section 4.5.8): 13 kbit/s in frames of 20 ms.
 *
 * <p>The standard defines it bit by bit, and so is it here. The one Java library that has it codes
 * speech into other bits and allocates for each frame. Safe for use by any thread.
 */
public final class Gsm implements SpeechCodec {

  static final int FRAME_MILLIS = 20;
  static final int FRAME = 160;

  private static final int SAMPLE_RATE = 8000;

  @Override
  public String encodingName() {
    return "GSM";
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
    return Impairment.GSM;
  }

  @Override
  public Optional<String> formatParameters() {
    return Optional.empty();
  }

  @Override
  public SpeechEncoder newEncoder(Optional<String> formatParameters) {
    return new GsmEncoder();
  }

  @Override
  public SpeechDecoder newDecoder() {
    return new GsmDecoder();
  }
}
