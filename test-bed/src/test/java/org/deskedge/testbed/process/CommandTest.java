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
package org.deskedge.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandTest {

  @Test
  void itsOutputIsWhatItWroteToStandardOutputOnly() {
    assertThat(Command.of("sh", "-c", "echo said; echo warned >&2").run()).isEqualTo("said\n");
  }

  @Test
  void itReadsItsInput() {
    assertThat(Command.of("cat").run("given", Command.LIMIT)).isEqualTo("given");
  }

  @Test
  void itsEnvironmentComesOnTop() {
    assertThat(Command.of("sh", "-c", "echo $A $PATH").with("A", "a").run())
        .isEqualTo("a " + System.getenv("PATH") + "\n");
  }

  @Test
  void aFailureSaysTheCommandItsStatusAndItsWords() {
    assertThatThrownBy(() -> Command.of("sh", "-c", "echo why >&2; exit 4").run())
        .isInstanceOf(TestBedException.class)
        .hasMessageStartingWith("sh -c")
        .hasMessageEndingWith("ended with status 4: why");
  }

  @Test
  void oneThatDoesNotEndIsKilledAndReported() {
    assertThatThrownBy(() -> Command.of("sleep", "600").run(Duration.ofMillis(50)))
        .isInstanceOf(TestBedException.class)
        .hasMessage("sleep 600 still ran after 50 ms");
  }

  @Test
  void secretsInTheEnvironmentAreNotShown() {
    assertThat(Command.of("true").with("PASSWORD", "secret").toString()).isEqualTo("true");
  }

  @Test
  void oneRunsThroughAnother() {
    assertThat(Command.of("echo", "hi").through("env", "-i").arguments())
        .containsExactly("env", "-i", "echo", "hi");
  }
}
