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
package org.deskedge.testbed.farend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/** A stock SIPp that plays one call of a scenario, message by message, and ends. */
public final class Sipp implements AutoCloseable {

  /** SIP port of it. */
  public static final int PORT = 5090;

  private static final Duration START = Duration.ofSeconds(10);

  private final String address;
  private final ManagedProcess process;

  private Sipp(String address, ManagedProcess process) {
    this.address = address;
    this.process = process;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param scenario name of the resource beside this class, without {@code .xml}
   * @param values replace {@code @NAME@} in the scenario
   * @param remote address:port that it calls; empty if it is called
   * @param address IPv4 address of its SIP port
   * @param media address of its RTP port, IPv4 or IPv6
   */
  public static Sipp start(
      String scenario,
      Map<String, String> values,
      String remote,
      String address,
      String media,
      Namespace namespace,
      StateDirectory state) {
    Path file = state.emptyFolder("sipp").resolve(scenario + ".xml");
    try (InputStream in = Sipp.class.getResourceAsStream(scenario + ".xml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      Files.writeString(file, text);
      Files.deleteIfExists(state.log("sipp"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    String line =
        "cd %s && exec sipp %s -sf %s -i %s -p %d -mi %s -mp 19000 -m 1 -nostdin -trace_err"
            .formatted(file.getParent(), remote, file, address, PORT, media);
    ManagedProcess process = namespace.start("sipp", "bash", "-c", line);
    Sipp sipp = new Sipp(address, process);
    try {
      Waiting.until(
          "SIPp on port " + PORT,
          START,
          () -> {
            process.requireRunning();
            return namespace.run("ss", "-Hlun").contains(address + ":" + PORT + " ");
          });
      return sipp;
    } catch (RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  /** Its SIP address. */
  public String uri() {
    return "sip:sipp@" + address + ":" + PORT;
  }

  /**
   * Waits until its call is over.
   *
   * @throws TestBedException if that lasts longer than {@code limit}, or the call did not go as the
   *     scenario says
   */
  public void expectSuccess(Duration limit) {
    int status = process.await(limit);
    if (status != 0) {
      throw new TestBedException("SIPp ended with status " + status);
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    process.stop();
  }
}
