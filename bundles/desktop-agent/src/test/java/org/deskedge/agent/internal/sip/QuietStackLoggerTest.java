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
package org.deskedge.agent.internal.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuietStackLoggerTest {

  @Test
  void the_message_text_behind_the_words_is_left_out() {
    assertThat(QuietStackLogger.cut("Error while processing packet[83, 73, 80]"))
        .isEqualTo("Error while processing packet");
    assertThat(QuietStackLogger.cut("bad header\r\nAuthorization: secret")).isEqualTo("bad header");
    assertThat(QuietStackLogger.cut("x".repeat(1000))).hasSize(120);
  }
}
