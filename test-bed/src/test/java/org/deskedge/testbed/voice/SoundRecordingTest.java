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
package org.deskedge.testbed.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoundRecordingTest {
  @Test
  void lateStampsDoNotMoveTheTime() {
    TimedSound sound = SoundRecording.timed(new short[80000], starts(), stamps(0));

    for (int sample = 0; sample < 80000; sample += 400) {
      assertThat(sound.nanosAt(sample) - 125_000L * sample)
          .isBetween(5_000_000_000L, 5_000_200_000L);
    }
  }

  @Test
  void aClockThatSlipsIsFollowed() {
    TimedSound sound = SoundRecording.timed(new short[80000], starts(), stamps(50_000_000));

    assertThat(sound.nanosAt(1000) - 125_000L * 1000).isBetween(5_000_000_000L, 5_000_200_000L);
    assertThat(sound.nanosAt(79000) - 125_000L * 79000).isBetween(5_050_000_000L, 5_050_200_000L);
  }

  private static int[] starts() {
    return IntStream.range(0, 2000).map(chunk -> 40 * chunk).toArray();
  }

  /** Most are late, by up to 40 ms; from the middle on the sound itself is. */
  private static long[] stamps(long slip) {
    Random random = new Random(1);
    long[] origins = new long[2000];
    for (int i = 0; i < origins.length; i++) {
      long late = random.nextInt(10) < 8 ? random.nextInt(40_000_000) : random.nextInt(200_000);
      origins[i] = 5_000_000_000L + late + (i >= 1000 ? slip : 0);
    }
    return origins;
  }

  @Test
  void aSoundsTimeRunsFromItsAnchors() {
    TimedSound sound = new TimedSound(new short[10], new int[] {2, 5}, new long[] {1000, 900_000});

    assertThat(sound.nanosAt(0)).isEqualTo(1000 - 2 * 125_000);
    assertThat(sound.nanosAt(2)).isEqualTo(1000);
    assertThat(sound.nanosAt(4)).isEqualTo(251_000);
    assertThat(sound.nanosAt(7)).isEqualTo(900_000 + 250_000);
  }
}
