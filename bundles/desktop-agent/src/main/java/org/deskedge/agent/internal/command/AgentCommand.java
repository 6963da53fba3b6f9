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
import java.text.ParseException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import org.deskedge.agent.internal.DesktopAgent;
import org.deskedge.agent.internal.ProductVersion;
import org.deskedge.agent.internal.sip.SipMessages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the agent of one desktop session. */
@Command(
    name = "agent",
    description = "Runs in the desktop session: SIP outbound proxy of the softphone.",
    mixinStandardHelpOptions = true)
public final class AgentCommand implements Callable<Integer> {

  private static final Pattern DISPLAY = Pattern.compile(":(\\d{1,5})(?:\\.\\d+)?");

  @Option(
      names = "--softphone",
      required = true,
      paramLabel = "URI",
      description = "where the softphone listens for SIP, such as sip:alice@127.0.0.1:5080")
  private String softphone;

  @Option(
      names = "--listen",
      defaultValue = "127.0.0.1:5070",
      paramLabel = "ADDRESS:PORT",
      description = "where the softphone finds its outbound proxy (UDP); default: ${DEFAULT-VALUE}")
  private InetSocketAddress listen;

  @Option(
      names = "--network",
      required = true,
      paramLabel = "ADDRESS:PORT",
      description = "the desktop's own address for SIP with far ends (UDP)")
  private InetSocketAddress network;

  @Option(
      names = "--display",
      defaultValue = "${env:DISPLAY}",
      paramLabel = ":N",
      description = "X display of the session; default: $DISPLAY")
  private String display;

  @Option(
      names = "--xrdp-sockets",
      defaultValue = "/run/xrdp/sockdir",
      paramLabel = "DIR",
      description = "directory of xrdp's channel sockets; default: ${DEFAULT-VALUE}")
  private Path sockets;

  @Option(
      names = "--proxy-information",
      defaultValue = "/run/deskedge/proxy-information",
      paramLabel = "FILE",
      description = "where the front saves the edge's key; default: ${DEFAULT-VALUE}")
  private Path proxyInformation;

  @Option(
      names = "--rtp-events",
      description =
          "the softphone sends and takes DTMF as RTP telephone events: its media runs, and only"
              + " the events in it are read; default: it sends and takes SIP INFO, and no media runs")
  private boolean rtpEvents;

  @Mixin private LogOptions log;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    log.apply();
    DesktopAgent.Options options =
        new DesktopAgent.Options(
            softphoneUri(),
            specific("--listen", listen),
            specific("--network", network),
            sockets.resolve("xrdpapi_" + displayNumber()),
            proxyInformation,
            ProductVersion.text(),
            rtpEvents);
    DesktopAgent agent = new DesktopAgent(options);
    try {
      agent.start();
    } catch (IOException e) {
      agent.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "deskedge-stop"));
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private SipURI softphoneUri() {
    try {
      if (SipMessages.uri(softphone) instanceof SipURI uri) {
        return uri;
      }
    } catch (ParseException e) {
      // said below
    }
    throw wrong("--softphone: '" + softphone + "' is not a SIP URI");
  }

  private InetSocketAddress specific(String option, InetSocketAddress address) {
    if (address.getAddress().isAnyLocalAddress() || address.getPort() == 0) {
      throw wrong(option + ": peers are told this address, so it must be one of this machine");
    }
    return address;
  }

  private String displayNumber() {
    Matcher m = DISPLAY.matcher(display == null ? "" : display);
    if (!m.matches()) {
      throw wrong("--display: give the session's X display, such as :10 (or set DISPLAY)");
    }
    return m.group(1);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
