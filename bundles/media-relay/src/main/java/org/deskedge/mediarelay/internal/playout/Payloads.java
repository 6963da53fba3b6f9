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
package org.deskedge.mediarelay.internal.playout;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;

/** What each payload type of a stream means, as agreed. For one thread. */
final class Payloads {

  /** Kinds of payload. */
  enum Kind {
    /** Was not agreed. */
    UNKNOWN,
    /** Speech of a codec. */
    SPEECH,
    /** Comfort noise (RFC 3389). */
    COMFORT_NOISE,
    /** Telephone events (RFC 4733). */
    EVENT
  }

  private static final int TYPES = 128;

  private final int channelRate;
  private final Kind[] kinds = new Kind[TYPES];
  private final SpeechPath[] paths = new SpeechPath[TYPES];
  private final NoisePath[] noises = new NoisePath[TYPES];

  Payloads(int channelRate) {
    this.channelRate = channelRate;
    Arrays.fill(kinds, Kind.UNKNOWN);
  }

  /**
   * Replaces what was agreed; a codec that stays goes on undisturbed.
   *
   * @param comfortNoise the clock rate of each payload type of comfort noise
   */
  void expect(
      Map<Integer, SpeechCodec> speech, Map<Integer, Integer> comfortNoise, Set<Integer> events) {
    for (int type = 0; type < TYPES; type++) {
      expectSpeech(type, speech.get(type));
      noises[type] =
          comfortNoise.containsKey(type)
              ? new NoisePath(comfortNoise.get(type), channelRate)
              : null;
      kinds[type] = kind(type, events);
    }
  }

  /** Lets every decoder forget its stream. */
  void reset() {
    for (SpeechPath path : paths) {
      if (path != null) {
        path.reset();
      }
    }
  }

  Kind kind(int payloadType) {
    return kinds[payloadType];
  }

  /** Returns the path of a payload type of kind SPEECH. */
  SpeechPath path(int payloadType) {
    return paths[payloadType];
  }

  /** Returns the path of a payload type of kind COMFORT_NOISE. */
  NoisePath noise(int payloadType) {
    return noises[payloadType];
  }

  private void expectSpeech(int type, SpeechCodec codec) {
    if (codec == null) {
      paths[type] = null;
    } else if (paths[type] == null || paths[type].codec() != codec) {
      paths[type] = new SpeechPath(codec, channelRate);
    }
  }

  private Kind kind(int type, Set<Integer> events) {
    if (paths[type] != null) {
      return Kind.SPEECH;
    }
    if (noises[type] != null) {
      return Kind.COMFORT_NOISE;
    }
    return events.contains(type) ? Kind.EVENT : Kind.UNKNOWN;
  }
}
