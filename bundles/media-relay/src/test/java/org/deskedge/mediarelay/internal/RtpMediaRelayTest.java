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
package org.deskedge.mediarelay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Map;
import org.deskedge.api.config.InvalidConfigurationException;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.PortRangeUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RtpMediaRelayTest {

  @ParameterizedTest
  @EnumSource
  void everyLegHasItsOwnPairAndTheRangeIsABound(RelayFixture.Transport transport) throws Exception {
    try (RelayFixture fixture = new RelayFixture(transport, 2)) {
      MediaLeg first = fixture.reserve();
      MediaLeg second = fixture.reserve();

      assertThat(first.statistics().local().getPort()).isEqualTo(fixture.firstPort);
      assertThat(second.statistics().local().getPort()).isEqualTo(fixture.firstPort + 2);
      assertThat(fixture.relay.ports()).isEqualTo(new PortRangeUsage(2, 2));
      assertThatThrownBy(fixture::reserve)
          .isInstanceOfSatisfying(
              MediaException.class,
              e -> assertThat(e.reason()).isEqualTo(MediaException.Reason.NO_PORT))
          .hasMessage("all 2 pairs of RTP ports are in use");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothPortsOfALegAreHeldAndGivenBack(RelayFixture.Transport transport) throws Exception {
    try (RelayFixture fixture = new RelayFixture(transport, 1)) {
      MediaLeg leg = fixture.reserve();
      assertThatThrownBy(() -> bind(fixture.firstPort)).isInstanceOf(java.net.BindException.class);
      assertThatThrownBy(() -> bind(fixture.firstPort + 1))
          .isInstanceOf(java.net.BindException.class);

      close(fixture, leg);
      RelayFixture.await("port back", () -> fixture.relay.ports().used() == 0);
      awaitFree(fixture.firstPort);
      awaitFree(fixture.firstPort + 1);
      assertThat(fixture.reserve().statistics().local().getPort()).isEqualTo(fixture.firstPort);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPairThatAnotherProcessHoldsIsPassedOver(RelayFixture.Transport transport) throws Exception {
    try (RelayFixture fixture = new RelayFixture(transport, 2);
        DatagramSocket other =
            new DatagramSocket(fixture.firstPort + 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();

      assertThat(fixture.reserve().statistics().local().getPort()).isEqualTo(fixture.firstPort + 2);
      awaitFree(fixture.firstPort);
      assertThatThrownBy(fixture::reserve)
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("no RTP port of 127.0.0.1 could be bound")
          .hasMessageContaining("port " + (fixture.firstPort + 1) + ": ");
      assertThat(fixture.relay.ports().used()).isEqualTo(1);
    }
  }

  @Test
  void legsEndWithTheRelay() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 2)) {
      fixture.reserve();
      fixture.reserve();
      fixture.relay.stop();

      RelayFixture.await("ports back", () -> fixture.relay.ports().used() == 0);
      assertThatThrownBy(fixture::reserve)
          .isInstanceOf(MediaException.class)
          .hasMessage("the media relay has stopped");
    }
  }

  @Test
  void portsComeBackWhenTheEventLoopEnds() throws Exception {
    RtpMediaRelay relay;
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1)) {
      fixture.reserve();
      relay = fixture.relay;
      fixture.loop.parent().shutdownGracefully().awaitUninterruptibly();
      assertThat(relay.ports().used()).isZero();
    }
  }

  @Test
  void theEventLoopOfTheSessionIsTheOnlyOneToReserveOn() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1)) {
      assertThatThrownBy(() -> fixture.relay.reserve(fixture.session))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void configurationThatIsWrongKeepsTheRelayFromStarting() {
    assertThatThrownBy(() -> new RtpMediaRelay(Map.of("rtp.dscp", "x")))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  private static void close(RelayFixture fixture, MediaLeg leg) throws Exception {
    fixture.onLoop(
        () -> {
          leg.close();
          return null;
        });
  }

  /** NIO lets go of a port only when its event loop comes round. */
  private static void awaitFree(int port) throws Exception {
    RelayFixture.await(
        "port " + port + " free",
        () -> {
          try {
            bind(port);
            return true;
          } catch (IOException e) {
            return false;
          }
        });
  }

  private static void bind(int port) throws IOException {
    new DatagramSocket(port, InetAddress.getLoopbackAddress()).close();
  }
}
