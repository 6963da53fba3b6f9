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
package org.deskedge.management.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

  @TempDir private Path directory;

  private Path file;

  @BeforeEach
  void open() {
    file = directory.resolve("etc/deskedge.token");
  }

  @Test
  void aMissingTokenIsMadeOf256BitsForItsOwnerAlone() throws Exception {
    AccessToken made = AccessToken.loadOrCreate(file);

    String text = Files.readString(file).strip();
    assertThat(text).matches("[A-Za-z0-9_-]{43}");
    assertThat(made.matches(text)).isTrue();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(made.toString()).doesNotContain(text);
  }

  @Test
  void eachEdgeHasAnotherOneAndKeepsIt() throws Exception {
    AccessToken.loadOrCreate(file);
    String text = Files.readString(file).strip();
    Path other = directory.resolve("other");
    AccessToken.loadOrCreate(other);

    assertThat(AccessToken.loadOrCreate(file).matches(text)).isTrue();
    assertThat(Files.readString(other).strip()).isNotEqualTo(text);
  }

  @Test
  void onlyTheWholeTokenMatches() throws Exception {
    AccessToken token = AccessToken.loadOrCreate(file);
    String text = Files.readString(file).strip();

    assertThat(token.matches(text.substring(1))).isFalse();
    assertThat(token.matches(text + "x")).isFalse();
    assertThat(token.matches("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "01234567890123456789012345678901 23"})
  void aFileWithoutAUsableTokenIsAnErrorThatDoesNotShowIt(String content) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);

    assertThatThrownBy(() -> AccessToken.loadOrCreate(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("deskedge.token")
        .hasMessageContaining("delete it")
        .extracting(Throwable::getMessage)
        .satisfies(m -> assertThat(content.isEmpty() || !m.contains(content)).isTrue());
  }
}
