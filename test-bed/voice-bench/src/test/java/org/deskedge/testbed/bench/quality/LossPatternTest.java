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
package org.deskedge.testbed.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossPatternTest {

  private static final int PACKETS = 200_000;

  @ParameterizedTest
  @EnumSource
  void asManyAreLostAsAskedFor(LossPattern pattern) {
    for (double percent : new double[] {0, 1, 5, 10}) {
      assertThat(percentOf(pattern.lost(PACKETS, percent, new Random(7))))
          .isCloseTo(percent, within(0.5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void burstsAreAsLongAsTheModelSays(LossPattern pattern) {
    boolean[] lost = pattern.lost(PACKETS, 5, new Random(7));
    int bursts = 0;
    int packets = 0;
    for (int i = 1; i < lost.length; i++) {
      packets += lost[i] ? 1 : 0;
      bursts += lost[i] && !lost[i - 1] ? 1 : 0;
    }

    double expected = pattern == LossPattern.RANDOM ? 1 / 0.95 : 3;
    assertThat((double) packets / bursts).isCloseTo(expected, within(0.15));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedLosesTheSame(LossPattern pattern) {
    assertThat(pattern.lost(1000, 5, new Random(3)))
        .isEqualTo(pattern.lost(1000, 5, new Random(3)));
  }

  private static double percentOf(boolean[] lost) {
    int count = 0;
    for (boolean one : lost) {
      count += one ? 1 : 0;
    }
    return 100.0 * count / lost.length;
  }
}
