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
package org.deskedge.testbed.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.JavaProgram;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.MouthToEar;
import org.deskedge.testbed.voice.RtpTalker;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.UdpRelay;
import org.deskedge.testbed.wire.PacketCapture;
import org.deskedge.testbed.wire.PcapFile;
import org.deskedge.testbed.wire.RtpCount;
import org.deskedge.testbed.wire.RtpFlow;
import org.deskedge.testbed.wire.RtpSound;

/**
 * The network part of a call whose voice goes through the desktop: RTP from the phone to the
 * desktop and on to the client, and back. No softphone, no remote-desktop sound, no jitter buffer:
 * a real call through the desktop takes longer, never less.
 */
public final class NetworkBaseline {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration MARGIN = Duration.ofSeconds(20);
  private static final int PORT = 40000;
  private static final int SETTLE_MS = 500;

  private NetworkBaseline() {}

  /**
   * A machine.
   *
   * @param networkInterface the one its voice goes through
   * @param address its IPv4 address there
   */
  public record Place(Namespace namespace, String networkInterface, String address) {
    private String endpoint() {
      return address + ":" + PORT;
    }
  }

  /**
   * Lets both speak at once, about 12 s, and measures both directions.
   *
   * @param desktop its interface is its end of the link to the data centre
   */
  public static BaselineResult measure(
      Place phone, Place client, Place desktop, StateDirectory state) {
    Path folder = state.folder("baseline");
    Path farEnd = folder.resolve("far-end.wav");
    Path person = folder.resolve("person.wav");
    try (PacketCapture atPhone = capture("baseline-phone", phone, state);
        PacketCapture atClient = capture("baseline-client", client, state);
        PacketCapture onWan = capture("baseline-wan", desktop, state);
        ManagedProcess relay =
            java(
                desktop,
                "baseline-relay",
                UdpRelay.class,
                desktop.endpoint(),
                phone.endpoint(),
                client.endpoint())) {
      short[] answered = Speech.FAR_END.write(farEnd, Duration.ofMillis(500), Duration.ZERO);
      short[] said = Speech.PERSON.write(person, Duration.ofMillis(500), Duration.ZERO);
      Waiting.until("relay", START, () -> relay.output().contains("ready"));
      Duration limit = MARGIN.plusMillis(Math.max(said.length, answered.length) / 8);
      try (ManagedProcess phoneTalks = talk("baseline-phone", phone, desktop, farEnd);
          ManagedProcess clientTalks = talk("baseline-client", client, desktop, person)) {
        if (phoneTalks.await(limit) != 0 || clientTalks.await(limit) != 0) {
          throw new TestBedException(
              "a talker failed: " + phoneTalks.output() + clientTalks.output());
        }
      }
      Waiting.pause(SETTLE_MS);
      PcapFile phoneSide = atPhone.stop();
      PcapFile clientSide = atClient.stop();
      return new BaselineResult(
          "network",
          new MouthToEarMs(
              delay(said, clientSide, client, phoneSide, phone),
              delay(answered, phoneSide, phone, clientSide, client)),
          RtpCount.on(onWan.stop()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write speech", e);
    }
  }

  private static double delay(
      short[] speech, PcapFile mouth, Place speaker, PcapFile ear, Place listener) {
    RtpFlow sent = flow(mouth, speaker.address(), true);
    RtpFlow heard = flow(ear, listener.address(), false);
    return MouthToEar.of(speech, RtpSound.spoken(sent), RtpSound.arrived(heard)).medianMs();
  }

  private static RtpFlow flow(PcapFile capture, String address, boolean sent) {
    return RtpFlow.of(capture).stream()
        .filter(flow -> (sent ? flow.source() : flow.target()).address().equals(address))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no RTP " + (sent ? "from " : "to ") + address));
  }

  private static PacketCapture capture(String name, Place place, StateDirectory state) {
    return PacketCapture.start(name, place.namespace(), place.networkInterface(), state);
  }

  private static ManagedProcess talk(String name, Place from, Place to, Path speech) {
    return java(from, name, RtpTalker.class, from.endpoint(), to.endpoint(), speech.toString());
  }

  private static ManagedProcess java(
      Place place, String name, Class<?> program, String... arguments) {
    return place.namespace().start(name, JavaProgram.of(program, arguments));
  }
}
