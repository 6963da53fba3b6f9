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
package org.deskedge.rtp.sdp;

import java.util.Optional;

/**
 * What a payload type of a stream stands for: speech, telephone events or comfort noise.
 *
 * @param map payload type and codec
 * @param parameters of its fmtp attribute (RFC 8866 section 6.15); empty where there is none
 */
public record MediaFormat(RtpMap map, Optional<String> parameters) {

  static final String EVENTS = "telephone-event";
  static final String NOISE = "CN";

  public MediaFormat {
    if (!parameters.map(SdpText::isLine).orElse(true)) {
      throw new IllegalArgumentException("no format parameters");
    }
  }

  /** Returns the payload type, 0 to 127. */
  public int payloadType() {
    return map.payloadType();
  }

  /** Returns the encoding name, such as {@code PCMU}. */
  public String encodingName() {
    return map.encodingName();
  }

  /** Returns RTP timestamp units per second. */
  public int clockRate() {
    return map.clockRate();
  }

  /** Returns whether it carries telephone events (RFC 4733). */
  public boolean isEvents() {
    return encodingName().equalsIgnoreCase(EVENTS);
  }

  /** Returns whether it carries comfort noise (RFC 3389). */
  public boolean isNoise() {
    return encodingName().equalsIgnoreCase(NOISE);
  }

  /** Returns whether it carries speech. */
  public boolean isSpeech() {
    return !isEvents() && !isNoise();
  }
}
