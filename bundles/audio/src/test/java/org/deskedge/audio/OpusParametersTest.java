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
package org.deskedge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.audio.Streams.codec;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a receiver may ask of Opus in its fmtp attribute (RFC 7587 section 6.1). */
class OpusParametersTest {

  private static final int SECONDS = 2;

  private static int bitRate(List<byte[]> packets) {
    return Streams.joined(packets).length * 8 / SECONDS;
  }

  private static List<byte[]> encoded(String parameters) {
    return Streams.encoded(
        codec("opus"), parameters, CodecSignals.speech(16_000, SECONDS * 1000), 20);
  }

  @Test
  void theAverageBitRateIsHeeded() {
    assertThat(bitRate(encoded(""))).isBetween(16_000, 28_000);
    assertThat(bitRate(encoded("maxaveragebitrate=12000"))).isBetween(8000, 13_500);
    // It is a bound and no wish.
    assertThat(bitRate(encoded("maxaveragebitrate=128000"))).isLessThan(28_000);
  }

  @Test
  void theBandIsNoWiderThanWhatTheReceiverPlays() {
    // Packets tell their band in the five highest bits (RFC 6716 table 2).
    assertThat(encoded("maxplaybackrate=8000")).allMatch(packet -> config(packet) < 4);
    assertThat(encoded("maxplaybackrate=48000"))
        .filteredOn(packet -> config(packet) >= 8 && config(packet) < 12)
        .hasSizeGreaterThan(80);
  }

  private static int config(byte[] packet) {
    return (packet[0] & 0xff) >> 3;
  }

  @Test
  void aConstantBitRateHasPacketsOfOneLength() {
    assertThat(encoded("cbr=1")).extracting(packet -> packet.length).containsOnly(60);
    assertThat(encoded("cbr=0").stream().map(packet -> packet.length).distinct())
        .hasSizeGreaterThan(5);
  }

  @Test
  void thereIsOneChannelAndNoBreakWhateverIsAsked() {
    List<byte[]> packets =
        Streams.encoded(codec("opus"), "stereo=1;usedtx=1", new short[16_000 * SECONDS], 20);

    assertThat(packets).hasSize(SECONDS * 50).allMatch(packet -> (packet[0] & 4) == 0);
    assertThat(packets).allMatch(packet -> packet.length > 2);
  }

  @Test
  void aBreakOfTheFarEndIsFilled() {
    SpeechDecoder decoder = codec("opus").newDecoder();
    short[] out = new short[320];
    byte[] first = encoded("").get(20);
    decoder.decode(first, 0, first.length, out, 0);

    // What is sent in discontinuous transmission: the head alone.
    byte[] alone = {first[0]};
    assertThat(decoder.samples(alone, 0, 1)).isEqualTo(320);
    assertThat(decoder.decode(alone, 0, 1, out, 0)).isEqualTo(320);
  }
}
