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
package org.deskedge.onos.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskedge.onos.internal.rules.Fixtures.edge;
import static org.deskedge.onos.internal.rules.Fixtures.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParkedConfigTest {

  private final TestCluster cluster = new TestCluster();

  @TempDir private Path first;
  @TempDir private Path second;

  @Test
  void whatTwoNodesParkIsBackOnceAndTheSame() throws IOException {
    ConfigStore one = cluster.configStore(first);
    ConfigStore two = cluster.configStore(second);
    one.put(edge(1).build(), snapshot -> {});
    Snapshot before = two.put(policy("a").build(), snapshot -> {});
    one.put(edge(1).build(), snapshot -> {});
    two.deactivate();

    one.park();
    ConfigStore late = cluster.configStore(Path.of("nowhere"));
    assertThat(late.snapshot().policies()).isEmpty();
    assertThat(cluster.stored().values()).allMatch(keys -> keys.isEmpty());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(first))))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> one.put(edge(2).build(), snapshot -> {}))
        .isInstanceOf(IllegalStateException.class);

    ConfigStore again = cluster.configStore(first);
    assertThat(again.snapshot().policies()).isEqualTo(before.policies());
    assertThat(again.snapshot().edges().keySet()).isEqualTo(before.edges().keySet());
    assertThat(file(first)).doesNotExist();
    assertThat(cluster.stored().get("deskedge-contents")).hasSize(2);
  }

  @Test
  void whatIsThereAlreadyIsNotOverwrittenByWhatANodeHasParked() {
    ConfigStore one = cluster.configStore(first);
    one.put(edge(1).build(), snapshot -> {});
    one.park();
    ConfigStore other = cluster.configStore(second);
    other.put(edge(2).build(), snapshot -> {});

    assertThat(cluster.configStore(first).snapshot().edges()).isEqualTo(other.snapshot().edges());
    assertThat(file(first)).doesNotExist();
  }

  @Test
  void whatIsUninstalledLeavesNothing() {
    ConfigStore one = cluster.configStore(first);
    one.put(edge(1).build(), snapshot -> {});
    one.clear();

    assertThat(cluster.stored().values()).allMatch(keys -> keys.isEmpty());
    assertThatThrownBy(() -> one.put(edge(2).build(), snapshot -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(cluster.stored().values()).allMatch(keys -> keys.isEmpty());
  }

  @Test
  void whatIsUninstalledWhileItIsDeactivatedLeavesNothing() {
    ConfigStore one = cluster.configStore(first.resolve("gone"));
    one.put(edge(1).build(), snapshot -> {});
    one.park();

    assertThat(cluster.stored().values()).allMatch(keys -> keys.isEmpty());
    assertThat(first).isEmptyDirectory();
  }

  private static Path file(Path folder) {
    return folder.resolve("parked");
  }
}
