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

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.deskedge.testbed.call.Direction;
import org.deskedge.testbed.call.Telephones;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.process.JavaProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What peers send that they should not, while a person talks on the telephone: each gets one line
 * in the log, with the reason and the peer, and an end in time; session and call never notice.
 */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(OrderAnnotation.class)
class BadInputIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Takes TLS and network level authentication; cookie of the user alice. */
  private static final String REQUEST =
      "0300002b26e00000000000436f6f6b69653a206d737473686173683d616c6963650d0a0100080003000000";

  /** Takes network level authentication alone, which xrdp does not have. */
  private static final String REQUEST_WITHOUT_TLS = REQUEST.replace("03000000", "02000000");

  /** TLS selected, and nothing of the accept option. */
  private static final String TLS_SELECTED = "030000130ed000001234000201080001000000";

  /** TLS alerts, which say that the edge has given up. */
  private static final String TLS_ALERTS = "(1503[0-9a-f]+)+";

  /** Failure: TLS required. */
  private static final String TLS_REQUIRED = "030000130ed000001234000300080001000000";

  /** The header of a TLS record of a ClientHello of 508 bytes, of which nothing follows. */
  private static final String BEGINNING_OF_CLIENT_HELLO = "1603010200010001fc0303";

  /** An address of the desktop at which nobody listens. */
  private static final String DESERTED_DESKTOP = "10.20.0.11";

  /** BYE without its length, up to the reason, which follows its option header. */
  private static final String BYE = "01030000" + "00000000" + "00000000" + "07000200";

  private static TestBed bed;
  private static Deployment deployment;
  private static Telephones telephones;
  private static String goodCall;
  private static long packets;
  private static long samples;

  private EdgeLog log;

  @BeforeAll
  static void bringUp() {
    packets = 0;
    samples = 0;
    bed = TestBed.open();
    deployment =
        Deployment.bringUp(
            bed,
            Artifacts.find(),
            edge -> {
              edge.configure("org.deskedge.rdp.proxy", "handshake.timeout", "1500");
              edge.configure("org.deskedge.rdp.proxy", "tls.timeout", "1000");
              edge.configure("org.deskedge.call.control", "hello.timeout", "1200");
              edge.start(Map.of());
            },
            new Progress(System.out));
    deployment.startAgent(Telephones.SOFTPHONE_URI);
    telephones = Telephones.start(deployment, Direction.OUTGOING.codec());
    telephones.call(Direction.OUTGOING);
    goodCall = call().path("id").asText();
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @BeforeEach
  void look() {
    log = EdgeLog.from(deployment.edge());
  }

  @AfterEach
  void theGoodSessionAndItsCallNeverNotice() {
    JsonNode call = call();
    assertThat(call.path("id").asText()).isEqualTo(goodCall);
    assertThat(call.path("state").asText()).isEqualTo("ACTIVE");
    JsonNode media = call.path("media");
    assertThat(media.at("/received/lost").asLong()).isZero();
    assertThat(media.at("/received/packets").asLong()).isGreaterThan(packets);
    // These come through the person's remote-desktop session.
    assertThat(media.path("voice").path("samplesCaptured").asLong()).isGreaterThan(samples);
    packets = media.at("/received/packets").asLong();
    samples = media.path("voice").path("samplesCaptured").asLong();
  }

  @ParameterizedTest
  @CsvSource({
    "474554202f20485454502f312e310d0a0d0a, first byte 0x47 is not TPKT's",
    "0300002b26e00000000000436f6f, Connection Request did not come within 1500 ms",
    "0300ffff26e0, first PDU of 65535 bytes"
  })
  @Order(1)
  void whatIsNoConnectionRequestIsReset(String bytes, String reason) {
    RawConnection.Outcome outcome = dial(Topology.DESKTOP_ADDRESS, bytes);

    assertThat(outcome.end()).isEqualTo("reset");
    assertThat(outcome.received()).isEmpty();
    log.expectOneComplaint(outcome.local(), reason);
  }

  @Test
  @Order(2)
  void aClientThatStopsBeforeItsTlsIsGivenUp() {
    RawConnection.Outcome outcome = dial(Topology.DESKTOP_ADDRESS, REQUEST);

    assertThat(outcome.end()).isNotEqualTo("none");
    assertThat(outcome.received()).matches(TLS_SELECTED + TLS_ALERTS);
    log.expectOneComplaint(outcome.local(), "TLS with the client failed: handshake timed out");
  }

  @Test
  @Order(3)
  void aClientThatStopsInItsTlsIsGivenUp() {
    RawConnection.Outcome outcome =
        dial(Topology.DESKTOP_ADDRESS, REQUEST, BEGINNING_OF_CLIENT_HELLO);

    assertThat(outcome.end()).isNotEqualTo("none");
    log.expectOneComplaint(outcome.local(), "TLS with the client failed: handshake timed out");
  }

  @Test
  @Order(4)
  void aDesktopThatRefusesTheNegotiationIsQuoted() {
    RawConnection.Outcome outcome = dial(Topology.DESKTOP_ADDRESS, REQUEST_WITHOUT_TLS);

    assertThat(outcome.received()).isEqualTo(TLS_REQUIRED);
    assertThat(outcome.end()).isEqualTo("closed");
    log.expectOneComplaint(outcome.local(), "the desktop refuses: SSL_REQUIRED_BY_SERVER");
  }

  @Test
  @Order(5)
  void aDesktopThatDoesNotListenResetsTheClient() {
    bed.topology()
        .desktop()
        .run("ip", "addr", "add", DESERTED_DESKTOP + "/24", "dev", Wan.INTERFACE);
    new Redirection(bed.topology().access(), DESERTED_DESKTOP).on();

    RawConnection.Outcome outcome = dial(DESERTED_DESKTOP, REQUEST);

    assertThat(outcome.end()).isEqualTo("reset");
    assertThat(outcome.received()).isEmpty();
    log.expectOneComplaint(
        outcome.local(), "no connection to the desktop", "Connection refused", DESERTED_DESKTOP);
  }

  @ParameterizedTest
  @CsvSource({
    // a length of 4 GiB; one that is less than a header; an option longer than its PDU
    "ffffffff010100000000000000000000, length 4294967295 is not from 16 to 16384, 0800",
    "03000000010100000000000000000000, length 3 is not from 16 to 16384, 0800",
    "160000000101000000000000000000000100ff000100, HELLO: option 1 claims 255 bytes, 0800",
    // sound, but not at this point; sound, but the session has its agent
    "210000000102000000000000000000000500080000000000000000000600010000, Heartbeat before HELLO, 0800",
    "23000000010100000000000000000000010002000100020001004104000400e8030000, another desktop agent, 0400",
    // cut off: the rest never comes
    "400000000101000000000000, no HELLO within 1200 ms, 0700"
  })
  @Order(6)
  void aMalformedPduEndsTheChannelItCameInAndNothingElse(String bytes, String reason, String code)
      throws IOException {
    String answer = intrude(bytes);

    assertThat(answer).startsWith(BYE + code);
    log.expectOneComplaint("s-", "control channel ended", reason);
  }

  @Test
  @Order(7)
  void theDesktopIsUsableAfterAllOfIt() {
    InputEcho.of(bed.screen(), deployment.session().home(), "after-bad-input");
    assertThat(deployment.edge().calls().path("counters").path("malformed").asInt()).isEqualTo(3);
    assertThat(deployment.edge().sessions().path("counters").path("active").asInt()).isOne();
  }

  private static JsonNode call() {
    return deployment.edge().calls().path("calls").path(0);
  }

  private static RawConnection.Outcome dial(String address, String... pieces) {
    String[] arguments = new String[2 + pieces.length];
    arguments[0] = address;
    arguments[1] = Integer.toString(Redirection.PORT);
    System.arraycopy(pieces, 0, arguments, 2, pieces.length);
    return RawConnection.Outcome.of(
        bed.topology().client().in(JavaProgram.of(RawConnection.class, arguments)).run(LIMIT));
  }

  private static String intrude(String bytes) throws IOException {
    // Where the session's user can read it; the working directory may be nobody's but root's.
    Path folder = bed.state().folder("intruder");
    String file = ChannelIntruder.class.getName().replace('.', '/') + ".class";
    try (InputStream program = ChannelIntruder.class.getResourceAsStream("/" + file)) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.write(folder.resolve(file), program.readAllBytes());
    }
    String socket = "/run/xrdp/sockdir/xrdpapi_" + deployment.session().display();
    return deployment
        .session()
        .in(JavaProgram.of(folder.toString(), ChannelIntruder.class, socket, bytes))
        .run(LIMIT)
        .strip();
  }
}
