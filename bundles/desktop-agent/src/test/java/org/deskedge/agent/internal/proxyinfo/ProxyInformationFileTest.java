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
package org.deskedge.agent.internal.proxyinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyInformationFileTest {

  @TempDir Path directory;
  private Path file;
  private ProxyInformationReader reader;

  @BeforeEach
  void create() {
    file = directory.resolve("deep/down/proxy-information");
    reader = new ProxyInformationReader(file);
  }

  @Test
  void what_is_written_is_read() throws IOException {
    ProxyInformationWriter.open(file, Optional.empty()).write("192.0.2.1", 5004, "one-time");

    assertThat(reader.readKey()).contains("one-time");
  }

  @Test
  void a_missing_file_has_no_key_and_no_change() {
    assertThat(reader.readKey()).isEmpty();
    assertThat(reader.changed()).isFalse();
  }

  @Test
  void a_new_or_newer_file_is_a_change_until_it_is_read() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "key=a\n");
    assertThat(reader.changed()).isTrue();
    reader.readKey();
    assertThat(reader.changed()).isFalse();

    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    assertThat(reader.changed()).isTrue();
  }

  @Test
  void a_key_that_is_not_one_printable_word_is_none() throws IOException {
    Files.createDirectories(file.getParent());
    for (String bad : new String[] {"key=", "key=a b", "key=\u0001", "key=" + "k".repeat(257)}) {
      Files.writeString(file, bad + "\n");
      assertThat(reader.readKey()).as(bad).isEmpty();
    }
  }

  @Test
  void an_unreadable_file_has_no_key() throws IOException {
    Files.createDirectories(file);

    assertThat(reader.readKey()).isEmpty();
  }

  @Test
  void a_key_with_a_line_break_is_not_written() throws IOException {
    ProxyInformationWriter writer = ProxyInformationWriter.open(file, Optional.empty());

    assertThatThrownBy(() -> writer.write("192.0.2.1", 5004, "a\nkey=b"))
        .isInstanceOf(IOException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void the_file_can_be_given_to_a_user_and_an_unknown_one_is_named() throws IOException {
    String self = Files.getOwner(directory).getName();
    ProxyInformationWriter.open(file, Optional.of(self)).write("192.0.2.1", 5004, "k");
    assertThat(Files.getOwner(file).getName()).isEqualTo(self);

    assertThatThrownBy(() -> ProxyInformationWriter.open(file, Optional.of("no-such-user")))
        .hasMessageContaining("no-such-user");
  }
}
