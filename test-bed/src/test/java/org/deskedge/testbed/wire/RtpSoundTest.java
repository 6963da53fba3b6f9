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
package org.deskedge.testbed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.MouthToEar;
import org.deskedge.testbed.voice.SpeechComparison;
import org.deskedge.testbed.voice.SyntheticSpeech;
import org.deskedge.testbed.voice.TimedSound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtpSoundTest {
  private static final long START = 1_700_000_000_000_000_000L;
  private static final long FRAME_NANOS = 20_000_000L;
  private static final short[] SPEECH = SyntheticSpeech.seconds(6, 4);

  @TempDir Path directory;

  @Test
  void theSpeechInTheFlowIsDecodedForBothCodecs() throws IOException {
    for (G711 codec : G711.values()) {
      TimedSound sound = RtpSound.arrived(flow(codec, 0, 0xfffffff0L, List.of()));
      assertThat(SpeechComparison.compare(SPEECH, sound.samples()).correlation())
          .isGreaterThan(0.999);
    }
  }

  @Test
  void mouthToEarBetweenTwoCapturesIsTheWayAndOnePacket() throws IOException {
    TimedSound mouth = RtpSound.spoken(flow(G711.PCMU, 0, 0, List.of()));
    TimedSound ear = RtpSound.arrived(flow(G711.PCMA, 45_000_000L, 12345, List.of()));
    MouthToEar delay = MouthToEar.of(SPEECH, mouth, ear);

    assertThat(delay.medianMs()).isCloseTo(65, within(0.2));
    assertThat(delay.leastMs()).isCloseTo(65, within(0.2));
    assertThat(delay.mostMs()).isCloseTo(65, within(0.2));
    assertThat(delay.pieces()).isGreaterThan(8);
  }

  @Test
  void aLostPacketIsSilenceAndDoesNotMoveTheRest() throws IOException {
    TimedSound sound = RtpSound.arrived(flow(G711.PCMU, 0, 0, List.of(100)));

    assertThat(sound.samples()).hasSameSizeAs(SPEECH);
    assertThat(sound.samples()[100 * 160 + 80]).isZero();
    assertThat(SpeechComparison.compare(SPEECH, sound.samples()).delayChanges()).isZero();
  }

  @Test
  void otherSpeechGivesNoDelay() throws IOException {
    TimedSound mouth = RtpSound.spoken(flow(G711.PCMU, 0, 0, List.of()));
    short[] other = SyntheticSpeech.seconds(6, 99);

    assertThatThrownBy(() -> MouthToEar.of(other, mouth, mouth))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimestampThatLiesIsRefused() throws IOException {
    PcapFile capture =
        Frames.read(
            directory,
            List.of(
                new Frames.Stamped(START, frame(0, 1, 0)),
                new Frames.Stamped(START, frame(0, 2, 0x60000000L))));
    RtpFlow flow = RtpFlow.of(capture).get(0);

    assertThatThrownBy(() -> RtpSound.arrived(flow)).isInstanceOf(IllegalArgumentException.class);
  }

  private RtpFlow flow(G711 codec, long late, long timestamp, List<Integer> lost)
      throws IOException {
    List<Frames.Stamped> frames = new ArrayList<>();
    for (int i = 0; i < SPEECH.length / 160; i++) {
      byte[] voice = new byte[160];
      for (int j = 0; j < voice.length; j++) {
        voice[j] = codec.encode(SPEECH[i * 160 + j]);
      }
      if (!lost.contains(i)) {
        byte[] rtp = Frames.rtp(codec.payloadType(), i, timestamp + i * 160L, 5, voice);
        frames.add(
            new Frames.Stamped(
                START + i * FRAME_NANOS + late, Frames.udp("10.0.0.1", 1, "10.0.0.2", 2, rtp)));
      }
    }
    return RtpFlow.of(Frames.read(directory, frames)).get(0);
  }

  private static byte[] frame(int payloadType, int sequence, long timestamp) {
    byte[] rtp = Frames.rtp(payloadType, sequence, timestamp, 5, new byte[160]);
    return Frames.udp("10.0.0.1", 1, "10.0.0.2", 2, rtp);
  }
}
