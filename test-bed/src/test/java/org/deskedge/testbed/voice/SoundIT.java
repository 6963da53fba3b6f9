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

import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundIT {
  @TempDir Path directory;

  @Test
  void theSpeechIsTheSameEachTimeAndTheSpeakersDiffer() {
    short[] person = Speech.PERSON.samples();
    short[] farEnd = Speech.FAR_END.samples();

    assertThat(Speech.PERSON.samples()).isEqualTo(person);
    assertThat(person.length / G711.RATE).isBetween(9, 15);
    assertThat(farEnd.length / G711.RATE).isBetween(9, 15);
    assertThat(SpeechComparison.compare(person, farEnd).correlation()).isLessThan(0.6);
    assertThat(SpeechComparison.compare(farEnd, person).correlation()).isLessThan(0.6);
  }

  @Test
  void twoRecordingsOfTheMouthHearTheSameAtTheSameTime() {
    short[] speech = Speech.PERSON.samples();
    try (StateDirectory state = StateDirectory.open(directory);
        Sound sound = Sound.start(state)) {
      SoundRecording one = sound.recordMouth();
      SoundRecording two = sound.recordMouth();
      try (ManagedProcess player = sound.speak(speech)) {
        player.await(Duration.ofSeconds(30));
      }
      TimedSound first = one.stop();
      TimedSound second = two.stop();
      MouthToEar error = MouthToEar.of(speech, first, second);

      System.out.println("two recordings of one sound: " + error);
      assertThat(SpeechComparison.compare(speech, first.samples()).correlation())
          .isGreaterThan(0.999);
      assertThat(Math.abs(error.medianMs())).isLessThan(5);
    }
  }

  @Test
  void mouthToSpeakerThroughPulseAudioTakesWhatItsLoopbackClaims() {
    short[] speech = Speech.FAR_END.samples();
    try (StateDirectory state = StateDirectory.open(directory);
        Sound sound = Sound.start(state)) {
      SoundRecording mouth = sound.recordMouth();
      SoundRecording speaker = sound.recordSpeaker();
      sound.control(
          "load-module",
          "module-loopback",
          "source=" + Sound.MICROPHONE,
          "sink=" + Sound.SPEAKER,
          "latency_msec=50",
          "adjust_time=0");
      try (ManagedProcess player = sound.speak(speech)) {
        player.await(Duration.ofSeconds(30));
      }
      TimedSound spoken = mouth.stop();
      TimedSound heard = speaker.stop();
      MouthToEar delay = MouthToEar.of(speech, spoken, heard);

      System.out.println("loopback of 50 ms: " + delay);
      assertThat(SpeechComparison.compare(speech, heard.samples()).correlation())
          .isGreaterThan(0.95);
      assertThat(delay.leastMs()).isPositive();
      assertThat(delay.medianMs()).isBetween(45.0, 60.0);
    }
  }
}
