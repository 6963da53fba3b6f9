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
package org.deskedge.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

  @TempDir private Path directory;

  @Test
  void onlyTheOwnerReadsANewFile() throws Exception {
    Path file = directory.resolve("etc/secret");

    assertThat(PrivateFile.create(file, bytes("mine"))).isTrue();

    assertThat(file).hasContent("mine");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aFileThatIsThereStays() throws Exception {
    Path file = directory.resolve("secret");
    Files.writeString(file, "theirs");

    assertThat(PrivateFile.create(file, bytes("mine"))).isFalse();

    assertThat(file).hasContent("theirs");
    assertThat(directory.toFile().list()).containsExactly("secret");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
