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

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path root;
  private StateDirectory state;

  @BeforeEach
  void open() {
    state = StateDirectory.open(root);
  }

  @AfterEach
  void close() {
    state.killLeftovers();
    state.close();
  }

  @Test
  void bothOutputsGoToTheLogAndTheEndIsSeen() {
    ManagedProcess process = start("echo one; echo two >&2; exit 3");

    assertThat(process.await(LIMIT)).isEqualTo(3);
    assertThat(process.output()).isEqualTo("one\ntwo\n");
    assertThatThrownBy(process::requireRunning)
        .hasMessageContaining("status 3")
        .hasMessageContaining("two");
  }

  @Test
  void stoppingLetsTheProgramEndInOrderAndDropsItsRecord() {
    ManagedProcess process =
        start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done");
    Waiting.until("start", LIMIT, () -> process.output().contains("up"));
    process.stop();

    assertThat(process.output()).endsWith("bye\n");
    assertThat(state.processes()).isEmpty();
  }

  @Test
  void stoppingEndsAProgramThatWillNot() {
    ManagedProcess process = start("trap '' TERM; echo up; while :; do sleep 0.1; done");
    Waiting.until("start", LIMIT, () -> process.output().contains("up"));
    process.stop();

    assertThat(process.isRunning()).isFalse();
  }

  @Test
  void killingTakesTheChildrenToo() {
    ManagedProcess process = start("sleep 600 & echo $!; wait");
    Waiting.until("start", LIMIT, () -> process.output().endsWith("\n"));
    long child = Long.parseLong(process.output().strip());
    process.kill();

    Waiting.until("end of the child", LIMIT, () -> ProcessRecord.startTime(child) == 0);
    assertThat(process.isRunning()).isFalse();
  }

  @Test
  void theProcessIdIsThatOfTheProgram() {
    ManagedProcess process = start("echo $$");
    process.await(LIMIT);

    assertThat(process.output().strip()).isEqualTo(Long.toString(process.pid()));
  }

  @Test
  void waitingForWhatNeverComesSaysSo() {
    assertThatThrownBy(() -> Waiting.until("miracle", Duration.ZERO, () -> false))
        .isInstanceOf(TestBedException.class)
        .hasMessage("no miracle after 0 ms");
  }

  private ManagedProcess start(String script) {
    return ManagedProcess.start("program", Command.of("bash", "-c", script), state);
  }
}
