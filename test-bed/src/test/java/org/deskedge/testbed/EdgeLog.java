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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.process.Waiting;

/** What the edge logs from some moment on. */
public final class EdgeLog {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Edge edge;
  private final int before;

  private EdgeLog(Edge edge, int before) {
    this.edge = edge;
    this.before = before;
  }

  /** From now on. */
  public static EdgeLog from(Edge edge) {
    return new EdgeLog(edge, edge.log().size());
  }

  /** Warnings and errors, lines of a stack trace included. */
  public List<String> complaints() {
    List<String> lines = edge.log();
    return lines.subList(before, lines.size()).stream()
        .filter(line -> !line.contains(" INFO "))
        .toList();
  }

  /** Waits for a complaint and expects it to be the only one, and to say all of this. */
  public void expectOneComplaint(String... parts) {
    Waiting.until("line in the edge's log", LIMIT, () -> !complaints().isEmpty());
    assertThat(complaints()).singleElement().asString().contains(parts);
  }
}
