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

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.deskedge.agent.internal.front.FrontServer;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the front before the RDP server. */
@Command(
    name = "front",
    description = "Stands before the RDP server and learns of edges on the way to it.",
    mixinStandardHelpOptions = true)
public final class FrontCommand implements Callable<Integer> {

  private static final long REQUEST_MILLIS = 10_000;

  @Option(
      names = "--listen",
      defaultValue = "0.0.0.0:3389",
      paramLabel = "ADDRESS:PORT",
      description = "where RDP clients connect; default: ${DEFAULT-VALUE}")
  private InetSocketAddress listen;

  @Option(
      names = "--server",
      defaultValue = "127.0.0.1:13389",
      paramLabel = "ADDRESS:PORT",
      description = "where the RDP server listens; default: ${DEFAULT-VALUE}")
  private InetSocketAddress server;

  @Option(
      names = "--proxy-information",
      defaultValue = "/run/deskedge/proxy-information",
      paramLabel = "FILE",
      description = "where to save an edge's key for the agent; default: ${DEFAULT-VALUE}")
  private Path proxyInformation;

  @Option(
      names = "--owner",
      paramLabel = "USER",
      description =
          "user the file is given to, the one the agent runs as; default: the front's own user")
  private String owner;

  @Mixin private LogOptions log;

  @Override
  public Integer call() throws IOException, InterruptedException {
    log.apply();
    ProxyInformationWriter writer =
        ProxyInformationWriter.open(proxyInformation, Optional.ofNullable(owner));
    FrontServer front = new FrontServer(listen, server, writer, REQUEST_MILLIS);
    Runtime.getRuntime().addShutdownHook(new Thread(front::close, "deskedge-stop"));
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }
}
