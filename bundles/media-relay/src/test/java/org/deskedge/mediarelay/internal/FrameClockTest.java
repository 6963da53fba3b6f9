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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameClockTest {

  private final FrameClock clock = new FrameClock();

  @Test
  void oneFrameIsDueEveryTwentyMilliseconds() {
    clock.start(at(0));

    assertThat(clock.due(at(19))).isZero();
    assertThat(clock.due(at(20))).isEqualTo(1);
    assertThat(clock.due(at(21))).isZero();
    assertThat(clock.due(at(45))).isEqualTo(1);
    assertThat(clock.due(at(60))).isEqualTo(1);
  }

  @Test
  void aTickThatComesLateIsMadeUpFor() {
    clock.start(at(0));

    assertThat(clock.due(at(41))).isEqualTo(2);
    assertThat(clock.due(at(42))).isZero();
  }

  @Test
  void aLongPauseIsNotMadeUpFor() {
    clock.start(at(0));

    assertThat(clock.due(at(500))).isEqualTo(FrameClock.MAX_CATCH_UP);
    assertThat(clock.due(at(501))).isZero();
    assertThat(clock.due(at(520))).isEqualTo(1);
  }

  /** A time of a clock that is about to overflow, as that of {@link System#nanoTime()} may be. */
  private static long at(int millis) {
    return Long.MAX_VALUE - 30_000_000 + millis * 1_000_000L;
  }
}
