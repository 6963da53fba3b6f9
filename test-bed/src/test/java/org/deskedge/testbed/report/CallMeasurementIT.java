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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.RtpTalker;
import org.deskedge.testbed.voice.Sound;
import org.deskedge.testbed.voice.Speech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallMeasurementIT {
  private static final String PHONE = "10.77.0.1";
  private static final String CLIENT = "10.77.0.2";

  @TempDir Path directory;

  @Test
  void aCallThatIsPlayedIsMeasuredAtPhoneMouthAndLoudspeaker() throws Exception {
    try (StateDirectory state = StateDirectory.open(directory);
        Namespace phone = Namespace.create("measure-phone", state);
        Namespace client = Namespace.create("measure-client", state);
        Sound sound = Sound.start(state)) {
      phone.run(
          "ip",
          "link",
          "add",
          "wire0",
          "type",
          "veth",
          "peer",
          "name",
          "wire0",
          "netns",
          client.name());
      phone.run("ip", "addr", "add", PHONE + "/24", "dev", "wire0");
      client.run("ip", "addr", "add", CLIENT + "/24", "dev", "wire0");
      phone.run("ip", "link", "set", "wire0", "up");
      client.run("ip", "link", "set", "wire0", "up");
      Path farEnd = directory.resolve("far-end.wav");
      Path person = directory.resolve("person.wav");
      short[] answered = Speech.FAR_END.write(farEnd, Duration.ZERO, Duration.ofMillis(500));
      short[] said = Speech.PERSON.write(person, Duration.ofMillis(500), Duration.ofMillis(500));
      NetworkBaseline.Place place = new NetworkBaseline.Place(phone, "wire0", PHONE);
      try (CallMeasurement measurement = CallMeasurement.start("played", sound, place, state);
          ManagedProcess phoneTalks = talk(phone, PHONE, CLIENT, farEnd);
          ManagedProcess clientTalks = talk(client, CLIENT, PHONE, person)) {
        Waiting.pause(1000);
        sound.play(Sound.SPEAKER, answered);
        measurement.speak();
        assertThat(phoneTalks.await(Duration.ofSeconds(30))).isZero();
        assertThat(clientTalks.await(Duration.ofSeconds(30))).isZero();
        CallResult result =
            measurement.finish("outgoing", said, Duration.ofMillis(100), OptionalDouble.of(39));

        System.out.println(result);
        assertThat(result.codec()).isEqualTo("PCMU");
        assertThat(result.rtpPacketsSent()).isEqualTo((answered.length + 4000) / 160);
        assertThat(result.rtpPacketsReceived()).isEqualTo((said.length + 8000) / 160);
        assertThat(result.correlationToFarEnd()).isGreaterThan(0.9999);
        assertThat(result.correlationToClient()).isGreaterThan(0.999);
        assertThat(result.passes()).isTrue();
        // The loudspeaker began about a second after the phone; neither program starts at once.
        assertThat(result.mouthToEarMs().toClient()).isBetween(0.0, 2000.0);
        assertThat(result.mouthToEarMs().toFarEnd()).isBetween(-2000.0, 1500.0);
        assertThat(Files.size(directory.resolve("recordings/played-client-heard.wav")))
            .isGreaterThan(160_000);
      }
    }
  }

  private static ManagedProcess talk(Namespace from, String own, String to, Path speech) {
    return from.start(
        "talk-" + own,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        RtpTalker.class.getName(),
        own + ":40000",
        to + ":40000",
        speech.toString());
  }
}
