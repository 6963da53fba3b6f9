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
package org.deskedge.mediarelay.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.rtp.sdp.MediaFormat;

/**
 * What the payload types that may come mean, as agreed with the far end. Immutable.
 *
 * @param speech the codecs
 * @param comfortNoise clock rates of comfort noise (RFC 3389)
 * @param events clock rates of telephone events (RFC 4733)
 */
record PayloadTypes(
    Map<Integer, SpeechCodec> speech,
    Map<Integer, Integer> comfortNoise,
    Map<Integer, Integer> events) {

  /** Nothing was agreed yet. */
  static final PayloadTypes NONE = new PayloadTypes(Map.of(), Map.of(), Map.of());

  PayloadTypes {
    speech = Map.copyOf(speech);
    comfortNoise = Map.copyOf(comfortNoise);
    events = Map.copyOf(events);
  }

  /** Reads them from what was agreed; formats this edge does not know are left out. */
  static PayloadTypes of(List<MediaFormat> formats) {
    Map<Integer, SpeechCodec> speech = new HashMap<>();
    Map<Integer, Integer> comfortNoise = new HashMap<>();
    Map<Integer, Integer> events = new HashMap<>();
    for (MediaFormat format : formats) {
      int type = format.payloadType();
      if (format.isEvents()) {
        events.put(type, format.clockRate());
      } else if (format.isNoise()) {
        comfortNoise.put(type, format.clockRate());
      } else {
        SpeechCodecs.named(format.encodingName()).ifPresent(codec -> speech.put(type, codec));
      }
    }
    return new PayloadTypes(speech, comfortNoise, events);
  }

  /** Returns the payload types of telephone events. */
  Set<Integer> eventTypes() {
    return new HashSet<>(events.keySet());
  }
}
