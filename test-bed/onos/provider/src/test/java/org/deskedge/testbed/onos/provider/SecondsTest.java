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
package org.deskedge.testbed.onos.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecondsTest {

  @Test
  void takesWhatIsAllowed() {
    assertThat(Seconds.of("key", 1, 1, 3600)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Seconds.of("key", 3600, 1, 3600)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void namesKeyAndValueOfWhatIsNot() {
    assertThatThrownBy(() -> Seconds.of("flow.statistics.seconds", 0, 1, 3600))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("flow.statistics.seconds is 0, but must be 1 to 3600 seconds");
  }
}
