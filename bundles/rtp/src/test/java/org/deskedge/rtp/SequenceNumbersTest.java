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
package org.deskedge.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SequenceNumbersTest {

  @Test
  void theNumberAfterTheLastIsTheFirst() {
    assertThat(SequenceNumbers.next(65535)).isZero();
    assertThat(SequenceNumbers.next(0)).isEqualTo(1);
  }

  @Property
  void stepsForwardLeadFromOneToTheOther(
      @ForAll @IntRange(max = 65535) int from, @ForAll @IntRange(max = 65535) int steps) {
    int to = (from + steps) % SequenceNumbers.MODULUS;

    assertThat(SequenceNumbers.stepsForward(from, to)).isEqualTo(steps);
  }
}
