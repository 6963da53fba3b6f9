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
import java.util.stream.Stream;
import org.deskedge.audio.internal.g722.G722;
import org.deskedge.audio.internal.g729.G729;
import org.deskedge.audio.internal.gsm.Gsm;
import org.deskedge.audio.internal.ilbc.Ilbc;
import org.deskedge.audio.internal.opus.OpusCodec;

/** The codecs of this edge. Safe for use by any thread. */
public final class SpeechCodecs {

  private static final List<SpeechCodec> ALL =
      Stream.concat(
              OpusCodec.ifAvailable().stream(),
              Stream.of(new G722(), G711.PCMU, G711.PCMA, new G729(), new Ilbc(), new Gsm()))
          .toList();

  private SpeechCodecs() {}

  /**
   * Returns all of them, the widest band and then the best first: opus, G722, PCMU, PCMA, G729,
   * iLBC and GSM. Opus is missing where its native library does not load.
   */
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
