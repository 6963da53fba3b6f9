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
package org.deskedge.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandHelpTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        SessionsCommand.class,
        CallsCommand.class,
        StatusCommand.class,
        DrainCommand.class
      })
  void helpTextIsWhereTheConsoleLooksForIt(Class<? extends Action> command) throws IOException {
    Command description = command.getAnnotation(Command.class);
    String place = description.detailedDescription();

    assertThat(place).startsWith("classpath:");
    try (InputStream help = command.getResourceAsStream(place.substring("classpath:".length()))) {
      assertThat(help).isNotNull();
      assertThat(new String(help.readAllBytes(), StandardCharsets.UTF_8))
          .contains("deskedge:" + description.name() + " --");
    }
  }

  @Test
  void commandSaysWhichPartIsMissing() {
    assertThatThrownBy(() -> new SessionsCommand().execute())
        .hasMessageContaining("RDP proxy is not running")
        .hasMessageContaining("etc/org.deskedge.rdp.proxy.cfg");
    assertThatThrownBy(() -> new CallsCommand().execute())
        .hasMessageContaining("media relay is not running");
    assertThatThrownBy(() -> new StatusCommand().execute())
        .hasMessageContaining("management part is not running")
        .hasMessageContaining("etc/org.deskedge.management.cfg");
    assertThatThrownBy(() -> new DrainCommand().execute())
        .hasMessageContaining("management part is not running");
  }
}
