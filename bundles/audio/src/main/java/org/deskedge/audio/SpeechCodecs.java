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
package org.deskedge.audio;

import java.util.List;
import java.util.Optional;

/** The codecs of this edge. Safe for use by any thread. */
public final class SpeechCodecs {

  private static final List<SpeechCodec> ALL = List.of(G711.values());

  private SpeechCodecs() {}

  /** Returns all of them, widest band first. */
  public static List<SpeechCodec> all() {
    return ALL;
  }

  /** Returns the codec of an encoding name, in upper or lower case. */
  public static Optional<SpeechCodec> named(String encodingName) {
    return ALL.stream()
        .filter(codec -> codec.encodingName().equalsIgnoreCase(encodingName))
        .findFirst();
  }
}
