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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that break the protocol or stop: one log line, a bounded wait, and nobody else is hurt. */
class BadPeersTest {

  private static final String TLS_REQUIRED = "030000130ed000001234000300080001000000";

  private static final byte[] FAST_PATH = {0x00, 0x05, 1, 2, 3};

  @TempDir private static Path keys;

  private Bench bench;
  private LogLines log;
  private Bench.Connection bystander;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(keys);
    log = new LogLines();
  }

  /** Starts the proxy, and a session that nothing another peer does may disturb. */
  private void start(Map<String, Object> changes) throws Exception {
    bench.start(keys, changes);
    bystander = bench.connect();
    bystander.client().send("0300000702f080");
    bystander.desktop().readTpkt();
  }

  @AfterEach
  void close() throws Exception {
    bystander.close();
    log.close();
    bench.close();
  }

  @Test
  void garbageIsRefused() throws Exception {
    start(Map.of());
    expectRefusal("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), "0x47");
  }

  @Test
  void aRequestOf64KibIsRefusedBeforeItIsRead() throws Exception {
    start(Map.of());
    expectRefusal(HexFormat.of().parseHex("0300ffff26e0"), "65535 bytes");
  }

  @Test
  void aRequestWhoseLengthsLieIsRefused() throws Exception {
    start(Map.of());
    String lying = "03000008" + "26e00000";
    expectRefusal(HexFormat.of().parseHex(lying), "Connection Request");
  }

  @Test
  void bytesBehindTheRequestAreRefused() throws Exception {
    start(Map.of());
    expectRefusal(HexFormat.of().parseHex(Peer.REQUEST + "00"), "behind the first PDU");
  }

  @Test
  void aRequestThatIsCutOffIsGivenUpInTime() throws Exception {
    start(Map.of("handshake.timeout", "1000"));
    expectRefusal(HexFormat.of().parseHex(Peer.REQUEST.substring(0, 30)), "within 1000 ms");
  }

  @Test
  void aClientThatStopsInTheTlsHandshakeIsGivenUpInTime() throws Exception {
    start(Map.of("tls.timeout", "1000"));
    try (Peer client = bench.dial()) {
      client.send(Peer.REQUEST);
      try (Peer desktop = bench.acceptAtDesktop()) {
        desktop.readTpkt();
        desktop.send(Peer.CONFIRM);
        client.readTpkt();

        assertThat(client.isClosedByPeer()).isTrue();
        expectOneWarning(client, "TLS with the client failed");
      }
    }
  }

  @Test
  void aClientThatStopsBehindTheTlsHandshakeIsGivenUpInTime() throws Exception {
    start(Map.of("handshake.timeout", "1000"));
    try (Bench.Connection session = bench.connect()) {
      assertThat(session.client().isClosedByPeer()).isTrue();
      expectOneWarning(session.client(), "MCS Connect Initial did not come within 1000 ms");
    }
  }

  @Test
  void aDesktopThatRefusesTheConnectionResetsTheClients() throws Exception {
    start(Map.of());
    bench.stopDesktop();
    expectRefusal(HexFormat.of().parseHex(Peer.REQUEST), "no connection to the desktop");
  }

  @Test
  void aDesktopThatDoesNotAnswerIsGivenUpInTime() throws Exception {
    start(Map.of("handshake.timeout", "1000"));
    expectRefusal(HexFormat.of().parseHex(Peer.REQUEST), "Connection Confirm did not come");
  }

  @Test
  void aDesktopThatAnswersGarbageEndsTheSession() throws Exception {
    start(Map.of());
    try (Peer client = bench.dial()) {
      client.send(Peer.REQUEST);
      try (Peer desktop = bench.acceptAtDesktop()) {
        desktop.readTpkt();
        desktop.send("SSH-2.0-server\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(client.isClosedByPeer()).isTrue();
        expectOneWarning(client, "not a Connection Confirm from the desktop");
      }
    }
  }

  /** xrdp ends the MCS domain in the same breath. */
  @ParameterizedTest
  @ValueSource(strings = {"", "0300000902f0802180"})
  void aDesktopThatRefusesWhatTheClientOffersIsQuotedToTheClient(String behind) throws Exception {
    start(Map.of());
    try (Peer client = bench.dial()) {
      client.send(Peer.REQUEST.replace("03000000", "02000000"));
      try (Peer desktop = bench.acceptAtDesktop()) {
        desktop.readTpkt();
        desktop.send(TLS_REQUIRED + behind);

        assertThat(client.readTpkt()).isEqualTo(HexFormat.of().parseHex(TLS_REQUIRED));
        assertThat(client.isClosedByPeer()).isTrue();
        expectOneWarning(client, "the desktop refuses: SSL_REQUIRED_BY_SERVER");
      }
    }
  }

  @Test
  void garbageBehindTheTlsHandshakeEndsThatSession() throws Exception {
    start(Map.of());
    try (Bench.Connection session = bench.connect()) {
      session.client().send("0300000200000000");

      assertThat(session.client().isClosedByPeer()).isTrue();
      expectOneWarning(session.client(), "client: ");
    }
  }

  @Test
  void connectionsBeyondTheLimitAreRefused() throws Exception {
    start(Map.of("sessions.limit", "1"));
    try (Peer second = bench.dial()) {
      assertThat(second.isClosedByPeer()).isTrue();

      assertThat(log.warnings()).anyMatch(line -> line.contains("sessions.limit"));
      assertThat(bench.proxy().counters().refused()).isEqualTo(1);
      expectUndisturbedBystander();
    }
  }

  private void expectRefusal(byte[] bytes, String reason) throws Exception {
    try (Peer bad = bench.dial()) {
      bad.send(bytes);

      assertThat(bad.isClosedByPeer()).isTrue();
      expectOneWarning(bad, reason);
    }
  }

  private void expectOneWarning(Peer peer, String reason) throws Exception {
    assertThat(log.warnings())
        .filteredOn(line -> line.contains(" failed: "))
        .singleElement()
        .asString()
        .contains(reason)
        .contains("127.0.0.1:" + peer.localAddress().getPort());
    assertThat(bench.proxy().counters().failed()).isEqualTo(1);
    expectUndisturbedBystander();
  }

  private void expectUndisturbedBystander() throws Exception {
    bystander.client().send(FAST_PATH);
    assertThat(bystander.desktop().read(FAST_PATH.length)).isEqualTo(FAST_PATH);
    bystander.desktop().send(FAST_PATH);
    assertThat(bystander.client().read(FAST_PATH.length)).isEqualTo(FAST_PATH);
    assertThat(bench.proxy().sessions()).hasSize(1);
  }
}
