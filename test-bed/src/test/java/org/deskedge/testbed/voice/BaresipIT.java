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
package org.deskedge.testbed.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.voice.BaresipSettings.Answering;
import org.deskedge.testbed.wire.PacketCapture;
import org.deskedge.testbed.wire.PcapFile;
import org.deskedge.testbed.wire.RtpCount;
import org.deskedge.testbed.wire.RtpFlow;
import org.deskedge.testbed.wire.RtpSound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaresipIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String ALICE = "10.77.0.1";
  private static final String BOB = "10.77.0.2";

  @TempDir Path directory;

  @Test
  void twoPhonesHearEachOtherAndTheCaptureSaysSoToo() throws Exception {
    for (G711 codec : G711.values()) {
      try (StateDirectory state = StateDirectory.open(directory.resolve(codec.name()));
          Namespace one = Namespace.create("measure-one", state);
          Namespace two = Namespace.create("measure-two", state)) {
        connect(one, two);
        call(codec, one, two, state);
      }
    }
  }

  private static void call(G711 codec, Namespace one, Namespace two, StateDirectory state)
      throws IOException, InterruptedException {
    Duration lead = Duration.ofSeconds(1);
    Duration tail = Duration.ofSeconds(60);
    Path person = state.root().resolve("person.wav");
    Path farEnd = state.root().resolve("far-end.wav");
    short[] said = Speech.PERSON.write(person, lead, tail);
    short[] answered = Speech.FAR_END.write(farEnd, lead, tail);
    BaresipSettings alice =
        new BaresipSettings(
            "alice", ALICE, 5060, PhoneCodec.of(codec), person, Answering.AUTO, Optional.empty());
    BaresipSettings bob =
        new BaresipSettings(
            "bob", BOB, 5060, PhoneCodec.of(codec), farEnd, Answering.AUTO, Optional.empty());
    try (Baresip caller = Baresip.start(alice, one, state);
        Baresip called = Baresip.start(bob, two, state)) {
      PacketCapture here = PacketCapture.start("one", one, "wire0", state);
      PacketCapture there = PacketCapture.start("two", two, "wire0", state);
      Duration setUp = caller.call(bob.uri(), LIMIT);
      called.await(PhoneEvent.ESTABLISHED, LIMIT);
      Thread.sleep(Math.max(said.length, answered.length) / 8 + 2000);
      caller.hangUp();
      called.await(PhoneEvent.CLOSED, LIMIT);
      PcapFile atAlice = here.stop();
      PcapFile atBob = there.stop();

      SpeechMatch toBob = SpeechComparison.compare(said, called.heard());
      SpeechMatch toAlice = SpeechComparison.compare(answered, caller.heard());
      RtpFlow leaving = flow(atAlice, ALICE, codec);
      RtpFlow arriving = flow(atBob, ALICE, codec);
      MouthToEar way = MouthToEar.of(said, RtpSound.spoken(leaving), RtpSound.arrived(arriving));
      RtpCount count = RtpCount.at(BOB, atBob);
      System.out.printf(
          "%s: set up in %d ms, %d sent, %d received, to bob %.5f, to alice %.5f, %s%n",
          codec,
          setUp.toMillis(),
          count.sent(),
          count.received(),
          toBob.correlation(),
          toAlice.correlation(),
          way);

      assertThat(toBob.correlation()).isGreaterThan(0.999);
      assertThat(toAlice.correlation()).isGreaterThan(0.999);
      assertThat(toBob.acceptable()).isTrue();
      assertThat(SpeechComparison.compare(answered, called.heard()).acceptable()).isFalse();
      assertThat(count.received()).isEqualTo(RtpCount.at(ALICE, atAlice).sent());
      assertThat(count.sent()).isGreaterThan(500);
      assertThat(leaving.lost()).isZero();
      // Packetisation alone: the way is a veth pair.
      assertThat(way.medianMs()).isBetween(20.0, 25.0);
    }
  }

  private static RtpFlow flow(PcapFile capture, String sender, G711 codec) {
    return RtpFlow.of(capture).stream()
        .filter(flow -> flow.source().address().equals(sender))
        .filter(flow -> flow.packets().get(0).payloadType() == codec.payloadType())
        .findFirst()
        .orElseThrow();
  }

  private static void connect(Namespace one, Namespace two) {
    one.run(
        "ip", "link", "add", "wire0", "type", "veth", "peer", "name", "wire0", "netns", two.name());
    one.run("ip", "addr", "add", ALICE + "/24", "dev", "wire0");
    two.run("ip", "addr", "add", BOB + "/24", "dev", "wire0");
    one.run("ip", "link", "set", "wire0", "up");
    two.run("ip", "link", "set", "wire0", "up");
  }
}
