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

import java.util.Arrays;

/**
 * Evens out the far end's packets into one frame every 20 ms: a ring of samples whose place is
 * their RTP timestamp.
 *
 * <p>The first packet is played {@link #TARGET} later than it came. The place to play from then
 * moves on with every frame read, whether something came for it or not, so a delay once had never
 * builds up. It is set anew when the source changes, when timestamps leap, and when packets keep
 * coming too late; it skips ahead when more than {@link #BOUND} waits, and by one frame a second
 * while more waits than is needed, which also makes up for a far end whose clock runs fast.
 *
 * <p>Allocates nothing after construction. For one thread.
 */
final class PlayoutBuffer {

  /** Samples in a frame: 20 ms at 8,000 a second. */
  static final int FRAME = 160;

  /** How long a packet waits to let later ones arrive: 40 ms. */
  static final int TARGET = 2 * FRAME;

  /** The most that may wait: 200 ms. */
  static final int BOUND = 10 * FRAME;

  /** The longest packet taken: 100 ms. */
  static final int MAX_PACKET = 5 * FRAME;

  private static final int RING = 2048;
  private static final int MASK = RING - 1;
  private static final int LEAP = 8000;
  private static final int FADE = 40;
  private static final int WINDOW_FRAMES = 50;
  private static final int LATE_WEIGHT = 4;
  private static final int LATE_LIMIT = 3 * LATE_WEIGHT;

  private final short[] ring = new short[RING];
  private final boolean[] present = new boolean[RING];
  private boolean anchored;
  private boolean begun;
  private int source;
  private int readAt;
  private int end;
  private int lateScore;
  private int emptyFrames;
  private int windowFrames;
  private int least = Integer.MAX_VALUE;
  private short last;
  private int fade;
  private long late;
  private long concealed;

  /**
   * Takes a packet's samples.
   *
   * @param samples holds them from index 0
   * @param length 1 to {@link #MAX_PACKET}
   */
  void put(int ssrc, int timestamp, short[] samples, int length) {
    int offset = timestamp - readAt;
    if (!anchored || ssrc != source || offset > LEAP || offset < -LEAP) {
      offset = anchor(ssrc, timestamp);
    } else if (offset + length <= 0) {
      lateScore += LATE_WEIGHT;
      if (lateScore < LATE_LIMIT) {
        late++;
        return;
      }
      offset = anchor(ssrc, timestamp);
    } else if (offset + length > BOUND) {
      advanceTo(timestamp - TARGET);
      offset = TARGET;
    }
    int skipped = Math.max(0, -offset);
    if (present[(timestamp + skipped) & MASK]) {
      late++;
      return;
    }
    lateScore = Math.max(0, lateScore - 1);
    for (int i = skipped; i < length; i++) {
      int place = (timestamp + i) & MASK;
      ring[place] = samples[i];
      present[place] = true;
    }
    if (timestamp + length - end > 0) {
      end = timestamp + length;
    }
  }

  /** Reads the next frame; what did not come fades out to silence. */
  void read(short[] frame) {
    int missing = 0;
    for (int i = 0; i < FRAME; i++) {
      int place = (readAt + i) & MASK;
      if (present[place]) {
        present[place] = false;
        last = ring[place];
        fade = FADE;
        frame[i] = last;
      } else {
        fade = Math.max(0, fade - 1);
        frame[i] = (short) (last * fade / FADE);
        missing++;
      }
    }
    readAt += FRAME;
    begun |= missing < FRAME;
    if (begun && missing > 0) {
      concealed++;
    }
    emptyFrames = missing == FRAME ? emptyFrames + 1 : 0;
    if (emptyFrames >= WINDOW_FRAMES) {
      anchored = false;
    }
    shedSurplus();
  }

  /** Forgets what waits and whom it came from; the counts stay. */
  void clear() {
    Arrays.fill(present, false);
    anchored = false;
    begun = false;
    fade = 0;
  }

  /** Returns how many packets came after their time, or twice. */
  long late() {
    return late;
  }

  /** Returns how many frames were read, since the first packet, that lacked samples. */
  long concealed() {
    return concealed;
  }

  private int anchor(int ssrc, int timestamp) {
    Arrays.fill(present, false);
    anchored = true;
    source = ssrc;
    readAt = timestamp - TARGET;
    end = timestamp;
    lateScore = 0;
    emptyFrames = 0;
    restartWindow();
    return TARGET;
  }

  /** Drops a frame if a whole window never came closer than a frame above the target. */
  private void shedSurplus() {
    least = Math.min(least, end - readAt);
    windowFrames++;
    if (windowFrames == WINDOW_FRAMES) {
      if (anchored && least >= TARGET + FRAME) {
        advanceTo(readAt + FRAME);
      }
      restartWindow();
    }
  }

  private void restartWindow() {
    windowFrames = 0;
    least = Integer.MAX_VALUE;
  }

  private void advanceTo(int timestamp) {
    for (int place = readAt; place != timestamp; place++) {
      present[place & MASK] = false;
    }
    readAt = timestamp;
  }
}
