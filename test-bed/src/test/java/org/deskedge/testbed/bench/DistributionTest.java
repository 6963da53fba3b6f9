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
package org.deskedge.testbed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void percentilesAreValuesThatWereMeasured() {
    List<Long> millis =
        LongStream.rangeClosed(1, 200).map(i -> i * 1_000_000).boxed().collect(Collectors.toList());
    Collections.shuffle(millis);
    assertThat(Distribution.ofNanos(millis)).isEqualTo(new Distribution(200, 100.0, 198.0));
  }

  @Test
  void ofFewValuesTheLargestIsThe99thPercentile() {
    assertThat(Distribution.ofNanos(List.of(3_000_000L, 1_500_000L)))
        .isEqualTo(new Distribution(2, 1.5, 3.0));
    assertThat(Distribution.ofNanos(List.of(7_000_000L))).isEqualTo(new Distribution(1, 7.0, 7.0));
  }

  @Test
  void nothingHasNoPercentiles() {
    assertThatThrownBy(() -> Distribution.ofNanos(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
