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
package org.deskedge.agent.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

  @Test
  void a_peer_cannot_write_a_line_of_its_own() {
    assertThat(LogText.format("{} calls", "sip:a\r\n2026 [INFO] forged"))
        .isEqualTo("sip:a??2026 [INFO] forged calls");
  }

  @Test
  void long_text_is_cut() {
    assertThat(LogText.clean("x".repeat(1000))).hasSize(LogText.MAX_LENGTH + 3);
  }
}
