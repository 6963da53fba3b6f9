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

import java.util.OptionalInt;
import org.deskedge.api.media.PortRangeUsage;
import org.junit.jupiter.api.Test;

class PortPoolTest {

  @Test
  void pairsAreEvenAndWithinTheRange() {
    PortPool pool = new PortPool(4000, 4004);

    assertThat(pool.take()).hasValue(4000);
    assertThat(pool.take()).hasValue(4002);
    assertThat(pool.take()).as("4005 is outside").isEmpty();
    assertThat(pool.usage()).isEqualTo(new PortRangeUsage(2, 2));
  }

  @Test
  void aPairGivenBackComesRoundLast() {
    PortPool pool = new PortPool(4000, 4005);
    assertThat(pool.take()).hasValue(4000);
    pool.give(4000);

    assertThat(pool.take()).hasValue(4002);
    assertThat(pool.take()).hasValue(4004);
    assertThat(pool.take()).hasValue(4000);
    assertThat(pool.take()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void aPairGivenBackTwiceIsCountedOnce() {
    PortPool pool = new PortPool(4000, 4003);
    assertThat(pool.take()).hasValue(4000);
    assertThat(pool.take()).hasValue(4002);
    pool.give(4002);
    pool.give(4002);

    assertThat(pool.usage()).isEqualTo(new PortRangeUsage(1, 2));
    assertThat(pool.take()).hasValue(4002);
  }
}
