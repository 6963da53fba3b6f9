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
package org.deskedge.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

  @Test
  void whatAPartThatWasNotStartedLeftFromAnEarlierRunIsNoComplaint(@TempDir Path root)
      throws IOException {
    write(root.resolve("logs/onos.log"), "started");
    write(root.resolve("onos/karaf/data/log/karaf.log"), "WARN of this run\nINFO all is well");
    write(root.resolve("xrdp/xrdp.log"), "WARN of an earlier run");

    assertThat(Logs.complaints(root))
        .contains(
            "onos/karaf/data/log/karaf.log: WARN of this run",
            root.resolve("logs/onos.log").toString())
        .doesNotContain("all is well", "earlier run", "xrdp");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }
}
