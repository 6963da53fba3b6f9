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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.deskedge.api.session.SessionState;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.rdp.x224.ConnectionRequest;
import org.deskedge.rdp.x224.Protocol;
import org.deskedge.rdp.x224.ProxyInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RdpProxyTest {

  /** The same confirm with the accept option behind the negotiation response. */
  private static final String CONFIRM_WITH_ACCEPT_OPTION =
      "0300001b16d000001234000201080001000000" + "de00080001000000";

  /** MCS Disconnect Provider Ultimatum, which a desktop may send in the same breath. */
  private static final String DISCONNECT = "0300000902f0802180";

  private static final String HYBRID_REQUIRED = "030000130ed000001234000300080005000000";

  private static final byte[] FAST_PATH = {0x00, 0x07, 1, 2, 3, 4, 5};

  @TempDir private static Path keys;

  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(keys);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void relaysFramesUnchangedBothWaysOverTls() throws Exception {
    bench.start(keys, Map.of());
    try (Bench.Connection session = bench.connect()) {
      session.client().send(FAST_PATH);
      assertThat(session.desktop().read(FAST_PATH.length)).isEqualTo(FAST_PATH);

      session.desktop().send(FAST_PATH);
      assertThat(session.client().read(FAST_PATH.length)).isEqualTo(FAST_PATH);

      assertThat(bench.proxy().sessions())
          .singleElement()
          .satisfies(
              info -> {
                assertThat(info.state()).isEqualTo(SessionState.ACTIVE);
                assertThat(info.user()).hasValue("alice");
                assertThat(info.client()).isEqualTo(session.client().localAddress());
                assertThat(info.bytesToClient()).isEqualTo(FAST_PATH.length);
                assertThat(info.bytesToDesktop()).isEqualTo(FAST_PATH.length);
                assertThat(info.accepted()).isFalse();
              });
    }
  }

  @Test
  void asksTheDesktopForTlsAloneAndTellsItOfTheProxy() throws Exception {
    bench.start(keys, Map.of("proxy.address", "192.0.2.1", "proxy.port", "6000"));
    try (Peer client = bench.dial();
        LogLines log = new LogLines()) {
      client.send(Peer.REQUEST);
      try (Peer desktop = bench.acceptAtDesktop()) {
        ConnectionRequest request = decode(desktop.readTpkt());

        ProxyInformation information =
            ProxyInformation.find(request.cookie().orElseThrow()).orElseThrow();
        assertThat(information.address().getHostString()).isEqualTo("192.0.2.1");
        assertThat(information.address().getPort()).isEqualTo(6000);
        assertThat(information.key()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(log.all()).doesNotContain(information.key());
        assertThat(request.user()).hasValue("alice");
        assertThat(request.negotiation().orElseThrow().requestedProtocols())
            .isEqualTo(Protocol.SSL);
      }
    }
  }

  @Test
  void everySessionHasAKeyOfItsOwn() throws Exception {
    bench.start(keys, Map.of());

    assertThat(keyOfNewSession()).isNotEqualTo(keyOfNewSession());
  }

  private String keyOfNewSession() throws Exception {
    try (Peer client = bench.dial()) {
      client.send(Peer.REQUEST);
      try (Peer desktop = bench.acceptAtDesktop()) {
        String cookie = decode(desktop.readTpkt()).cookie().orElseThrow();
        return ProxyInformation.find(cookie).orElseThrow().key();
      }
    }
  }

  @Test
  void takesTheAcceptOptionOutOfTheConfirm() throws Exception {
    bench.start(keys, Map.of());
    try (Peer client = bench.dial()) {
      client.send(Peer.REQUEST);
      try (Peer desktop = bench.acceptAtDesktop()) {
        desktop.readTpkt();
        desktop.send(CONFIRM_WITH_ACCEPT_OPTION);

        assertThat(client.readTpkt()).isEqualTo(HexFormat.of().parseHex(Peer.CONFIRM));
        assertThat(bench.proxy().sessions())
            .singleElement()
            .satisfies(info -> assertThat(info.accepted()).isTrue());
      }
    }
  }

  @Test
  void aDesktopThatInsistsOnNetworkLevelAuthenticationIsRelayedUnseen() throws Exception {
    bench.start(keys, Map.of());
    try (Peer client = bench.dial()) {
      client.send(Peer.REQUEST);
      try (Peer first = bench.acceptAtDesktop()) {
        first.readTpkt();
        first.send(HYBRID_REQUIRED + DISCONNECT);
        try (Peer second = bench.acceptAtDesktop()) {
          assertThat(second.readTpkt()).isEqualTo(HexFormat.of().parseHex(Peer.REQUEST));
          second.send(Peer.CONFIRM + DISCONNECT);
          assertThat(client.readTpkt()).isEqualTo(HexFormat.of().parseHex(Peer.CONFIRM));
          assertThat(client.readTpkt()).isEqualTo(HexFormat.of().parseHex(DISCONNECT));

          byte[] anything = "anything at all".getBytes(StandardCharsets.US_ASCII);
          client.send(anything);
          assertThat(second.read(anything.length)).isEqualTo(anything);
          assertThat(bench.proxy().sessions().get(0).voice())
              .isEqualTo(VoiceAvailability.NOT_TERMINATED);
        }
      }
    }
  }

  @Test
  void theSessionEndsForOneSideWhenTheOtherCloses() throws Exception {
    bench.start(keys, Map.of());
    try (Bench.Connection session = bench.connect()) {
      session.client().close();

      assertThat(session.desktop().isClosedByPeer()).isTrue();
      assertThat(bench.proxy().sessions()).isEmpty();
    }
  }

  private static ConnectionRequest decode(byte[] frame) throws Exception {
    ByteBuf buffer = Unpooled.wrappedBuffer(frame);
    return ConnectionRequest.decode(buffer);
  }
}
