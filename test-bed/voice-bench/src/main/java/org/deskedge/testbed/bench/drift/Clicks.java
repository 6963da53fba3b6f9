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
package org.deskedge.testbed.bench.drift;

import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.SpeechMatch;

/**
 * Finds clicks: places where heard speech bends (its second difference) much more than its source
 * does anywhere within 30 ms. A pitch period that was cut out well does not bend it.
 */
final class Clicks {

  private static final int NEAR = G711.RATE * 30 / 1000;

  /** How much more than the source's sharpest bend nearby is a click. */
  private static final int TIMES = 2;

  /** Bends below this cannot be heard as clicks; of 32,767. */
  private static final int FLOOR = 1000;

  private Clicks() {}

  /** Counts them; clicks within 30 ms of each other are one. */
  static int count(short[] source, short[] heard, SpeechMatch match) {
    int[] bends = new int[source.length];
    for (int i = 1; i + 1 < source.length; i++) {
      bends[i] = bend(source, i);
    }
    int clicks = 0;
    int last = -NEAR;
    for (SpeechMatch.Piece piece : match.pieces()) {
      int end = Math.min(source.length, piece.sourceSample() + G711.RATE / 2);
      for (int at = piece.sourceSample(); piece.heard() && at < end; at++) {
        int place = at + piece.lag();
        if (place < 1 || place + 1 >= heard.length || at - last < NEAR) {
          continue;
        }
        if (bend(heard, place) > TIMES * sharpest(bends, at) + FLOOR) {
          clicks++;
          last = at;
        }
      }
    }
    return clicks;
  }

  private static int sharpest(int[] bends, int at) {
    int most = 0;
    for (int i = Math.max(0, at - NEAR); i < Math.min(bends.length, at + NEAR); i++) {
      most = Math.max(most, bends[i]);
    }
    return most;
  }

  private static int bend(short[] samples, int at) {
    return Math.abs(samples[at - 1] - 2 * samples[at] + samples[at + 1]);
  }
}
