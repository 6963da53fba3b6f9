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
package org.deskedge.agent.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deskedge.agent.internal.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void help_names_every_option_of_the_agent() {
    assertThat(run("agent", "--help")).isZero();

    assertThat(out.toString())
        .contains("--softphone", "--listen", "--network", "--display", "--proxy-information")
        .contains("--log-level", "--xrdp-sockets", "--rtp-events");
  }

  @Test
  void help_names_every_option_of_the_front() {
    assertThat(run("front", "--help")).isZero();

    assertThat(out.toString())
        .contains("--listen", "--server", "--proxy-information", "--owner", "--log-level");
  }

  @Test
  void a_program_without_a_command_says_what_is_missing() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required subcommand");
  }

  @ParameterizedTest
  @CsvSource({
    "--softphone, alice, not a SIP URI",
    "--softphone, tel:+123, not a SIP URI",
    "--network, 0.0.0.0:5060, one of this machine",
    "--network, somewhere:5060, not an IP address",
    "--listen, 127.0.0.1, not ADDRESS:PORT",
    "--listen, 127.0.0.1:70000, not an IP address and port",
    "--display, host:10, X display",
    "--log-level, loud, expected one of"
  })
  void a_wrong_option_is_named_with_what_is_wrong(String option, String value, String why) {
    Map<String, String> options = new TreeMap<>();
    options.put("--softphone", "sip:alice@127.0.0.1:5080");
    options.put("--network", "127.0.0.1:5060");
    options.put("--display", ":10");
    options.put(option, value);
    List<String> arguments = new ArrayList<>(List.of("agent"));
    options.forEach((name, text) -> arguments.add(name + "=" + text));

    int status = run(arguments.toArray(String[]::new));

    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).contains(option, why);
  }

  @Test
  void an_address_that_is_taken_is_named() throws Exception {
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      int status = run("front", "--listen=127.0.0.1:" + taken.getLocalPort());

      assertThat(status).isEqualTo(1);
      assertThat(err.toString())
          .startsWith("front: cannot listen on tcp 127.0.0.1:" + taken.getLocalPort());
    }
  }
}
