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

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.audio.G711;
import org.deskedge.rtp.sdp.SdpParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RtpLegTest {

  private static final int FRAME = 160;

  @ParameterizedTest
  @CsvSource({"EPOLL,0,PCMU", "EPOLL,8,PCMA", "NIO,0,PCMU"})
  void voiceGoesBothWaysBitForBit(RelayFixture.Transport transport, String format, G711 law)
      throws Exception {
    try (RelayFixture fixture = new RelayFixture(transport, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      String answer = fixture.onLoop(() -> leg.answer(farEnd.sdp(format, "")));
      assertThat(SdpParser.parse(answer).media().get(0).formats()).containsExactly(format);
      direction(fixture, leg, MediaDirection.SENDRECV);

      byte[][] spoken = noise(law, 6);
      // Sent while the event loop looks on, so that no pause of this thread makes them late.
      fixture.onLoop(
          () -> {
            for (int i = 0; i < spoken.length; i++) {
              farEnd.send(leg.statistics().local(), Integer.parseInt(format), i, spoken[i]);
            }
            return null;
          });
      for (byte[] expected : spoken) {
        assertThat(nextPlayed(fixture)).isEqualTo(decoded(law, expected));
      }

      byte[][] captured = noise(law, 3);
      fixture.onLoop(
          () -> {
            capture(leg, law, captured);
            return null;
          });
      assertThat(talkSpurt(farEnd, law, 3)).isDeepEqualTo(captured);

      MediaStatistics statistics = leg.statistics();
      assertThat(statistics.remote())
          .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), farEnd.port()));
      assertThat(statistics.sent().codec()).contains(law.name());
      assertThat(statistics.received().packets()).isEqualTo(6);
      assertThat(statistics.sent().packets()).isGreaterThanOrEqualTo(3);
      assertThat(statistics.received().lost()).isZero();
      assertThat(statistics.received().late()).isZero();
      assertThat(statistics.received().refused().total()).isZero();
      assertThat(statistics.received().jitterMillis()).isPresent();
      assertThat(statistics.voice().playoutLatencyMillis()).hasValue(40);
    }
  }

  @Test
  void theStreamToTheFarEndIsUnbrokenWhileTheMicrophoneIsIdle() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(leg::offer);
      accept(fixture, leg, farEnd.sdp("8 0", ""));
      direction(fixture, leg, MediaDirection.SENDRECV);

      FarEnd.Received last = farEnd.receive();
      for (int i = 0; i < 10; i++) {
        FarEnd.Received next = farEnd.receive();
        assertThat(next.sequenceNumber()).isEqualTo((last.sequenceNumber() + 1) & 0xffff);
        assertThat(next.timestamp()).isEqualTo(last.timestamp() + FRAME);
        assertThat(next.ssrc()).isEqualTo(last.ssrc());
        assertThat(next.payloadType()).isEqualTo(8);
        assertThat(next.payload()).hasSize(FRAME).containsOnly(0xd5);
        last = next;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INACTIVE", "RECVONLY"})
  void nothingIsSentBeforeTheDirectionAllowsIt(MediaDirection before) throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
      direction(fixture, leg, before);
      captureNoise(fixture, leg);
      if (before.receives()) {
        RelayFixture.await("silence played", () -> fixture.voice.played.size() > 5);
      }

      assertThat(leg.statistics().sent().packets()).isZero();
      direction(fixture, leg, MediaDirection.SENDONLY);
      assertThat(farEnd.receive().payload()).as("nothing was kept").containsOnly(0xff);
    }
  }

  @Test
  void nothingIsPlayedWhileTheDirectionDoesNotAllowIt() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
      direction(fixture, leg, MediaDirection.SENDONLY);
      farEnd.send(leg.statistics().local(), 0, 0, new byte[FRAME]);
      for (int i = 0; i < 5; i++) {
        assertThat(farEnd.receive().payload()).hasSize(FRAME);
      }

      assertThat(fixture.voice.played).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INACTIVE", "RECVONLY"})
  void voiceStopsAtOnceWhenTheDirectionForbidsIt(MediaDirection after) throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
      direction(fixture, leg, MediaDirection.SENDRECV);
      assertThat(farEnd.receive().payload()).hasSize(FRAME);
      direction(fixture, leg, after);
      long sent = leg.statistics().sent().packets();
      captureNoise(fixture, leg);
      assertThat(leg.statistics().sent().packets()).isEqualTo(sent);

      direction(fixture, leg, MediaDirection.SENDRECV);
      RelayFixture.await("more", () -> leg.statistics().sent().packets() > sent);
    }
  }

  @Test
  void aFarEndOnHoldIsSentNothing() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      String answer = fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "a=sendonly\r\n")));
      direction(fixture, leg, MediaDirection.SENDRECV);
      RelayFixture.await("silence played", () -> fixture.voice.played.size() > 5);

      assertThat(answer).contains("a=recvonly");
      assertThat(leg.statistics().sent().packets()).isZero();
    }
  }

  @Test
  void aStrangersPacketIsRefusedAndTheCallGoesOn() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd();
        FarEnd stranger = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
      direction(fixture, leg, MediaDirection.RECVONLY);
      InetSocketAddress local = leg.statistics().local();

      stranger.send(local, 0, 0, noise(G711.PCMU, 1)[0]);
      farEnd.sendRaw(local, new byte[] {1, 2, 3});
      farEnd.sendRaw(local, new byte[9000]);
      RelayFixture.await("refused", () -> leg.statistics().received().refused().total() == 3);
      byte[] spoken = noise(G711.PCMU, 1)[0];
      farEnd.send(local, 0, 0, spoken);

      assertThat(nextPlayed(fixture)).isEqualTo(decoded(G711.PCMU, spoken));
      assertThat(leg.statistics().received().packets()).isEqualTo(1);
    }
  }

  @Test
  void aFarEndThatDoesNotListenDoesNotEndTheLeg() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1)) {
      MediaLeg leg = fixture.reserve();
      String sdp;
      try (FarEnd gone = new FarEnd()) {
        sdp = gone.sdp("0", "");
      }
      fixture.onLoop(() -> leg.answer(sdp));
      direction(fixture, leg, MediaDirection.SENDRECV);
      RelayFixture.await("sent on", () -> leg.statistics().sent().packets() > 5);

      try (FarEnd farEnd = new FarEnd()) {
        fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
        assertThat(farEnd.receive().payload()).hasSize(FRAME);
      }
    }
  }

  @Test
  void aDescriptionThatCannotBeUsedLeavesTheLegAsItWas() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
      MediaStatistics before = leg.statistics();
      for (String sdp : List.of("garbage", "", farEnd.sdp("4", ""))) {
        assertThatThrownBy(() -> fixture.onLoop(() -> leg.answer(sdp)))
            .isInstanceOfSatisfying(
                MediaException.class,
                e -> assertThat(e.reason()).isEqualTo(MediaException.Reason.UNUSABLE_SDP))
            .message()
            .isNotBlank();
        assertThatThrownBy(() -> accept(fixture, leg, sdp)).isInstanceOf(MediaException.class);
      }

      assertThat(leg.statistics()).isEqualTo(before);
    }
  }

  @Test
  void aLegThatIsClosedMovesNothingAndMayBeClosedAgain() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));
      direction(fixture, leg, MediaDirection.SENDRECV);
      assertThat(farEnd.receive().payload()).hasSize(FRAME);
      fixture.onLoop(
          () -> {
            leg.closed("the client went away");
            leg.close();
            leg.closed("again");
            fixture.voice.played.clear();
            return null;
          });
      MediaStatistics atClose = leg.statistics();
      direction(fixture, leg, MediaDirection.SENDRECV);
      captureNoise(fixture, leg);
      RelayFixture.await("port back", () -> fixture.relay.ports().used() == 0);

      assertThat(leg.statistics()).isEqualTo(atClose);
      assertThat(fixture.voice.played).isEmpty();
    }
  }

  private static void direction(RelayFixture fixture, MediaLeg leg, MediaDirection direction)
      throws Exception {
    fixture.onLoop(
        () -> {
          leg.direction(direction);
          return null;
        });
  }

  private static void accept(RelayFixture fixture, MediaLeg leg, String sdp) throws Exception {
    fixture.onLoop(
        () -> {
          leg.accept(sdp);
          return null;
        });
  }

  private static void captureNoise(RelayFixture fixture, MediaLeg leg) throws Exception {
    fixture.onLoop(
        () -> {
          capture(leg, G711.PCMU, noise(G711.PCMU, 2));
          return null;
        });
  }

  /** Delivers frames as a microphone would, in pieces that are not frames. */
  private static void capture(MediaLeg leg, G711 law, byte[][] frames) {
    short[] all = new short[frames.length * FRAME];
    for (int i = 0; i < frames.length; i++) {
      law.decode(frames[i], 0, FRAME, all, i * FRAME);
    }
    for (int at = 0, piece = 1; at < all.length; at += piece, piece = 90) {
      leg.captured(Arrays.copyOfRange(all, at, at + piece), Math.min(piece, all.length - at));
    }
  }

  /** Returns the payloads from the next marked packet on. */
  private static byte[][] talkSpurt(FarEnd farEnd, G711 law, int frames) throws Exception {
    FarEnd.Received packet = farEnd.receive();
    while (!packet.marker()) {
      assertThat(packet.payload()).containsOnly(law == G711.PCMU ? 0xff : 0xd5);
      packet = farEnd.receive();
    }
    List<byte[]> payloads = new ArrayList<>(List.of(packet.payload()));
    while (payloads.size() < frames) {
      payloads.add(farEnd.receive().payload());
    }
    return payloads.toArray(byte[][]::new);
  }

  /** Returns the next frame played that is not silence. */
  private static short[] nextPlayed(RelayFixture fixture) throws InterruptedException {
    short[] frame = fixture.voice.played.take();
    short[] silence = new short[FRAME];
    while (Arrays.equals(frame, silence)) {
      frame = fixture.voice.played.take();
    }
    return frame;
  }

  /** Random codes, save the negative zero of mu-law, which does not survive decoding. */
  private static byte[][] noise(G711 law, int frames) {
    Random random = new Random(42);
    byte[][] noise = new byte[frames][FRAME];
    for (byte[] frame : noise) {
      random.nextBytes(frame);
      for (int i = 0; i < FRAME; i++) {
        frame[i] = law == G711.PCMU && frame[i] == 0x7f ? 0 : frame[i];
      }
    }
    return noise;
  }

  private static short[] decoded(G711 law, byte[] payload) {
    short[] samples = new short[FRAME];
    law.decode(payload, 0, FRAME, samples, 0);
    return samples;
  }
}
