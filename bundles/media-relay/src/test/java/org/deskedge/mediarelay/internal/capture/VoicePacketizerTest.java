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
package org.deskedge.mediarelay.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deskedge.audio.G711;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.audio.SpeechDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoicePacketizerTest {

  private static final int NOISE = 13;

  @SuppressWarnings("ArrayRecordComponent")
  private record Sent(boolean marker, int payloadType, int units, byte[] payload) {}

  private final List<Sent> sent = new ArrayList<>();
  private final PacketSink sink =
      new PacketSink() {
        @Override
        public void send(boolean marker, int payloadType, int units, byte[] payload, int length) {
          sent.add(new Sent(marker, payloadType, units, Arrays.copyOf(payload, length)));
        }

        @Override
        public void skip(int units) {
          sent.add(new Sent(false, -1, units, new byte[0]));
        }
      };

  @ParameterizedTest
  @CsvSource({
    // codec, payload type, wanted ms, ms of a packet, packets in 240 ms
    "PCMU, 0, 20, 20, 12", "PCMU, 0, 10, 10, 24", "PCMA, 8, 30, 30, 8", "PCMA, 8, 60, 60, 4",
    "G722, 9, 20, 20, 12", "G729, 18, 10, 10, 24", "G729, 18, 40, 40, 6", "GSM, 3, 30, 40, 6",
    "iLBC, 97, 20, 20, 12"
  })
  void packetsAreAsLongAsAgreed(String name, int type, int wanted, int millis, int packets) {
    SpeechCodec codec = SpeechCodecs.named(name).orElseThrow();
    VoicePacketizer packetizer = new VoicePacketizer(16_000, sink);
    packetizer.target(codec, Optional.of("mode=20"), type, wanted, OptionalInt.empty());
    for (int i = 0; i < 12; i++) {
      packetizer.send(tone(16_000, 320, i), false);
    }

    assertThat(sent).hasSize(packets);
    SpeechDecoder decoder = codec.newDecoder();
    assertThat(sent)
        .allSatisfy(
            packet -> {
              assertThat(packet.payloadType()).isEqualTo(type);
              assertThat(packet.units()).isEqualTo(codec.clockRate() / 1000 * millis);
              assertThat(decoder.samples(packet.payload(), 0, packet.payload().length))
                  .isEqualTo(codec.sampleRate() / 1000 * millis);
            });
  }

  @Test
  void atTheSameRateEverySampleIsSentAsItIs() {
    VoicePacketizer packetizer = new VoicePacketizer(8000, sink);
    packetizer.target(G711.PCMA, Optional.empty(), 8, 30, OptionalInt.empty());
    for (int i = 0; i < 3; i++) {
      packetizer.send(tone(8000, 160, i), false);
    }

    byte[] expected = new byte[480];
    short[] all = tone(8000, 480, 0);
    G711.PCMA.encode(all, 0, 480, expected, 0);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).payload()).isEqualTo(Arrays.copyOf(expected, 240));
    assertThat(sent.get(1).payload()).isEqualTo(Arrays.copyOfRange(expected, 240, 480));
  }

  @Test
  void theMarkerIsOnThePacketInWhichATalkSpurtBegins() {
    VoicePacketizer packetizer = new VoicePacketizer(8000, sink);
    packetizer.target(G711.PCMA, Optional.empty(), 8, 40, OptionalInt.empty());
    packetizer.send(new short[160], false);
    packetizer.send(tone(8000, 160, 0), true);
    packetizer.send(tone(8000, 160, 1), false);
    packetizer.send(tone(8000, 160, 2), false);

    assertThat(sent.stream().map(Sent::marker)).containsExactly(true, false);
  }

  @Test
  void inSilencesNoiseIsDescribedEveryFifthOfASecond() {
    VoicePacketizer packetizer = new VoicePacketizer(8000, sink);
    packetizer.target(G711.PCMA, Optional.empty(), 8, 20, OptionalInt.of(NOISE));
    for (int i = 0; i < 100; i++) {
      packetizer.send(new short[160], false);
    }

    List<Sent> last = sent.subList(50, 100);
    assertThat(last).hasSize(50).allSatisfy(packet -> assertThat(packet.units()).isEqualTo(160));
    assertThat(last.stream().filter(packet -> packet.payloadType() == NOISE)).hasSize(5);
    assertThat(last.stream().filter(packet -> packet.payloadType() == -1)).hasSize(45);

    for (int i = 0; i < 10; i++) {
      packetizer.send(tone(8000, 160, i), false);
    }
    List<Sent> speech =
        sent.subList(100, 110).stream().filter(packet -> packet.payloadType() == 8).toList();
    assertThat(speech).isNotEmpty();
    assertThat(speech.get(0).marker()).isTrue();
    assertThat(speech.subList(1, speech.size())).noneMatch(Sent::marker);
  }

  @Test
  void anotherCodecBeginsWithAWholePacket() {
    VoicePacketizer packetizer = new VoicePacketizer(16_000, sink);
    packetizer.target(G711.PCMU, Optional.empty(), 0, 60, OptionalInt.empty());
    packetizer.send(tone(16_000, 320, 0), false);
    packetizer.target(
        SpeechCodecs.named("G722").orElseThrow(), Optional.empty(), 9, 20, OptionalInt.empty());
    packetizer.send(tone(16_000, 320, 1), false);

    assertThat(sent).singleElement().satisfies(packet -> assertThat(packet.payload()).hasSize(160));
  }

  /** Returns a piece of a loud tone of 440 Hz. */
  private static short[] tone(int rate, int length, int piece) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      double time = (double) (piece * length + i) / rate;
      samples[i] = (short) (12_000 * Math.sin(2 * Math.PI * 440 * time));
    }
    return samples;
  }
}
