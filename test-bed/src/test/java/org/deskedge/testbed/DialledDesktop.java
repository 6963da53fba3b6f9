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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.JavaProgram;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * Short connections to a desktop without an agent, to see which way they go: where the client's
 * address shows in a log, there its connection ended.
 */
public final class DialledDesktop {

  /** The way of a connection that met no edge. */
  public static final String DIRECT = "direct";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** A Connection Request that asks for TLS. */
  private static final String REQUEST = "030000130ee000000000000100080001000000";

  /** TLS selected. */
  private static final String SELECTED = "030000130ed0000012340002";

  /** What is no TLS, and has whoever expects some give up at once. */
  private static final String NO_TLS = "ffffffffffffffff";

  private final Path serverLog;
  private final Map<String, Edge> edges;

  private DialledDesktop(Path serverLog, Map<String, Edge> edges) {
    this.serverLog = serverLog;
    this.edges = Map.copyOf(edges);
  }

  /**
   * The desktop of a bed, whose server has been started.
   *
   * @param edges by name: the ways there may be
   */
  public static DialledDesktop of(TestBed bed, Map<String, Edge> edges) {
    return new DialledDesktop(bed.state().root().resolve("xrdp/xrdp.log"), edges);
  }

  /**
   * Has a client connect, and the desktop answer.
   *
   * @return name of the edge that the connection went through, or {@link #DIRECT}
   * @throws TestBedException if the desktop does not answer
   */
  public String wayOf(Namespace client) {
    RawConnection.Outcome outcome =
        RawConnection.Outcome.of(
            client
                .in(
                    JavaProgram.of(
                        RawConnection.class,
                        Topology.DESKTOP_ADDRESS,
                        Integer.toString(Redirection.PORT),
                        REQUEST,
                        NO_TLS))
                .run(LIMIT));
    if (!outcome.received().startsWith(SELECTED)) {
      throw new TestBedException("the desktop does not answer: " + outcome);
    }
    return Waiting.untilPresent(
        "trace of the connection from " + outcome.local(), LIMIT, () -> way(outcome.local()));
  }

  /** Connections that the desktop's server has got so far, from whomever. */
  public long connections() {
    return arrivals().size();
  }

  private Optional<String> way(String client) {
    int colon = client.lastIndexOf(':');
    String arrival = client.substring(0, colon) + " port " + client.substring(colon + 1);
    if (arrivals().stream().anyMatch(line -> line.endsWith(arrival))) {
      return Optional.of(DIRECT);
    }
    return edges.entrySet().stream()
        .filter(edge -> edge.getValue().log().stream().anyMatch(line -> line.contains(client)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<String> arrivals() {
    try {
      return Files.readAllLines(serverLog).stream()
          .filter(line -> line.contains(" connection received from "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + serverLog, e);
    }
  }
}
