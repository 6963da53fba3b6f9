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
package org.deskedge.agent.internal;

import java.net.InetSocketAddress;
import org.deskedge.agent.internal.command.AgentCommand;
import org.deskedge.agent.internal.command.FrontCommand;
import org.deskedge.agent.internal.command.SocketAddressConverter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code agent} in the session, {@code front} before the RDP server. */
@Command(
    name = "deskedge-desktop-agent",
    description = "Deskedge on the desktop: takes calls' voice to the edge.",
    subcommands = {AgentCommand.class, FrontCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private Main() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    int status = commandLine().execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Returns the program's command line. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(InetSocketAddress.class, new SocketAddressConverter())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
