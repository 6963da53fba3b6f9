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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

  private static final Command SLEEP = Command.of("sleep", "600");

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
  void aSecondRunIsRefusedUntilTheFirstIsOver() {
    assertThatThrownBy(() -> StateDirectory.open(root))
        .isInstanceOf(TestBedException.class)
        .hasMessageContaining("another run");
    state.close();
    state = StateDirectory.open(root);
    assertThat(state.root()).isEqualTo(root);
  }

  @Test
  void whatAnInterruptedRunLeftIsKilled() {
    ManagedProcess left = ManagedProcess.start("left", SLEEP, state);

    assertThat(state.processes()).extracting(ProcessRecord::pid).containsExactly(left.pid());
    assertThat(state.killLeftovers()).isOne();
    left.await(Duration.ofSeconds(10));
    assertThat(state.processes()).isEmpty();
  }

  @Test
  void aProcessThatGotTheNumberOfADeadOneIsLeftAlone() throws IOException {
    ManagedProcess stranger = ManagedProcess.start("stranger", SLEEP, state);
    long started = ProcessRecord.startTime(stranger.pid());
    Files.writeString(
        root.resolve("processes").resolve(Long.toString(stranger.pid())),
        new ProcessRecord("dead", stranger.pid(), started - 1).text());

    assertThat(state.killLeftovers()).isZero();
    assertThat(stranger.isRunning()).isTrue();
    stranger.kill();
  }

  @Test
  void aRecordThatWasCutOffIsSkipped() throws IOException {
    Files.writeString(root.resolve("processes").resolve("1"), "init 1");
    Files.writeString(root.resolve("processes").resolve("2"), "init 1 x");

    assertThat(state.processes()).isEmpty();
  }

  @Test
  void anEmptiedFolderHasNothingOfAnEarlierRun() throws IOException {
    Files.writeString(Files.createDirectory(state.folder("part").resolve("sub")).resolve("f"), "x");

    assertThat(state.emptyFolder("part")).isEmptyDirectory();
  }
}
