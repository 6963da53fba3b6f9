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
package org.deskedge.rdpproxy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.admission.AdmissionControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {

  @TempDir private static Path keys;

  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(keys).start(keys, Map.of());
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void aRefusedSessionIsClosedCountedAndLoggedOnceWithBothPeers() throws Exception {
    Closed closed = new Closed();
    bench.proxy().bindAdmission(closed);
    try (LogLines log = new LogLines();
        Peer client = bench.dial()) {
      assertThat(client.isClosedByPeer()).isTrue();

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("127.0.0.1:" + client.localAddress().getPort() + " with 127.0.0.1:")
          .contains("closed for the day");
      assertThat(closed.client).isEqualTo(client.localAddress());
      assertThat(closed.desktop).isEqualTo(bench.proxy().address());
      assertThat(bench.proxy().counters().refused()).isEqualTo(1);
      assertThat(bench.proxy().counters().accepted()).isZero();
    }
  }

  @Test
  void aSessionThatIsThereGoesOnAndNewOnesAreAdmittedOnceNobodyRefuses() throws Exception {
    byte[] fastPath = {0x00, 0x05, 1, 2, 3};
    AdmissionControl closed = new Closed();
    try (Bench.Connection before = bench.connect()) {
      bench.proxy().bindAdmission(closed);
      before.client().send(fastPath);
      assertThat(before.desktop().read(fastPath.length)).isEqualTo(fastPath);

      bench.proxy().unbindAdmission(closed);
      bench.connect().close();
      assertThat(bench.proxy().counters().refused()).isZero();
    }
  }

  private static final class Closed implements AdmissionControl {

    private volatile InetSocketAddress client;
    private volatile InetSocketAddress desktop;

    @Override
    public Optional<String> refusalOfSession(InetSocketAddress from, InetSocketAddress to) {
      client = from;
      desktop = to;
      return Optional.of("closed for the day");
    }

    @Override
    public Optional<String> refusalOfCall() {
      throw new AssertionError("the proxy knows no calls");
    }
  }
}
