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

/**
 * Tells how many frames are due, however unevenly it is asked. After a pause of the event loop it
 * makes up for {@link #MAX_CATCH_UP} frames at most: a client that is handed more at once drops
 * some without a word, or stays late for good.
 */
final class FrameClock {

  /** Length of a frame in nanoseconds. */
  static final long FRAME_NANOS = 20_000_000;

  /** Frames in a second. */
  static final int FRAMES_PER_SECOND = 50;

  /** Most frames due at once. */
  static final int MAX_CATCH_UP = 2;

  private long origin;
  private long counted;

  /** Starts at a time of {@link System#nanoTime()}; the first frame is due one frame later. */
  void start(long now) {
    origin = now;
    counted = 0;
  }

  /** Returns how many frames became due since last asked. */
  int due(long now) {
    long passed = (now - origin) / FRAME_NANOS;
    long due = passed - counted;
    counted = passed;
    return (int) Math.min(due, MAX_CATCH_UP);
  }
}
