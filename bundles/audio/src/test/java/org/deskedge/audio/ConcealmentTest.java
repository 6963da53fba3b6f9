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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lost packets, by the means of the codecs themselves. */
class ConcealmentTest {

  private static final int FRAME = 320;
  private static final String WITH_FEC = "useinbandfec=1";

  /** Decodes a stream without the packet at {@code lost}, by recovery or by concealment. */
  private static short[] withoutOne(List<byte[]> packets, int lost, boolean recovers) {
    SpeechDecoder decoder = codec("opus").newDecoder();
    short[] speech = new short[FRAME * packets.size()];
    for (int i = 0; i < packets.size(); i++) {
      byte[] next = packets.get(Math.min(i + 1, packets.size() - 1));
      if (i != lost) {
        decoder.decode(packets.get(i), 0, packets.get(i).length, speech, i * FRAME);
      } else if (recovers) {
        assertThat(decoder.recover(next, 0, next.length, speech, i * FRAME, FRAME))
            .isEqualTo(FRAME);
      } else {
        assertThat(decoder.conceal(speech, i * FRAME, FRAME)).isEqualTo(FRAME);
      }
    }
    return speech;
  }

  @Test
  void opusGetsLostSpeechBackFromThePacketAfterIt() {
    short[] speech = CodecSignals.speech(16_000, 2000);
    List<byte[]> packets = Streams.encoded(codec("opus"), WITH_FEC, speech, 20);
    short[] whole = Streams.decoded(codec("opus"), packets);
    double recovered = 0;
    double concealed = 0;
    int count = 0;
    for (int lost = 10; lost < 90; lost++) {
      if (CodecSignals.rms(whole, lost * FRAME, FRAME) < 500) {
        continue;
      }
      short[] withIt = withoutOne(packets, lost, true);
      short[] withoutIt = withoutOne(packets, lost, false);
      recovered += CodecSignals.correlation(whole, lost * FRAME, withIt, lost * FRAME, FRAME);
      concealed += CodecSignals.correlation(whole, lost * FRAME, withoutIt, lost * FRAME, FRAME);
      count++;
    }
    assertThat(count).isGreaterThan(40);
    assertThat(recovered / count).isGreaterThan(0.85);
    assertThat(concealed / count).isLessThan(recovered / count - 0.1);
  }

  @Test
  void withoutTheReceiversWishNothingIsSentToRecoverFrom() {
    short[] speech = CodecSignals.speech(16_000, 1000);
    SpeechDecoder decoder = codec("opus").newDecoder();
    short[] out = new short[FRAME];
    for (byte[] packet : Streams.encoded(codec("opus"), "useinbandfec=0", speech, 20)) {
      assertThat(decoder.recover(packet, 0, packet.length, out, 0, FRAME)).isZero();
      decoder.decode(packet, 0, packet.length, out, 0);
    }
  }

  @Test
  void gapsOfAnyLengthAreFilledAsFarAsTheCodecCan() {
    for (SpeechCodec codec : SpeechCodecs.all()) {
      SpeechDecoder decoder = codec.newDecoder();
      short[] out = new short[4000];
      for (int length = 0; length < out.length; length += 37) {
        int written = decoder.conceal(out, 0, length);
        assertThat(written).as(codec.encodingName()).isBetween(0, length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"opus", "G729", "iLBC"})
  void oneLostPacketIsFilledWithSpeechAndALongSilenceFades(String name) {
    SpeechCodec codec = codec(name);
    int frame = codec.sampleRate() / 50;
    short[] speech = CodecSignals.speech(codec.sampleRate(), 500);
    SpeechDecoder decoder = codec.newDecoder();
    short[] out = new short[frame];
    List<byte[]> packets = Streams.encoded(codec, "mode=20", speech, 20);
    // 80 ms into the third syllable: the loudest of it.
    for (int i = 0; i < 24; i++) {
      decoder.decode(packets.get(i), 0, packets.get(i).length, out, 0);
    }
    double before = CodecSignals.rms(out, 0, frame);

    assertThat(decoder.conceal(out, 0, frame)).isEqualTo(frame);
    assertThat(CodecSignals.rms(out, 0, frame)).isBetween(before / 4, before * 2);
    for (int i = 0; i < 25; i++) {
      decoder.conceal(out, 0, frame);
    }
    assertThat(CodecSignals.rms(out, 0, frame)).isLessThan(before / 5);
  }

  @Test
  void silenceDescriptorsOfG729ArePassedOver() {
    SpeechCodec codec = codec("G729");
    List<byte[]> packets = Streams.encoded(codec, "", CodecSignals.speech(8000, 200), 20);
    byte[] withDescriptor = java.util.Arrays.copyOf(packets.get(4), 22);
    short[] out = new short[160];

    SpeechDecoder decoder = codec.newDecoder();
    assertThat(decoder.samples(new byte[2], 0, 2)).isZero();
    assertThat(decoder.decode(new byte[2], 0, 2, out, 0)).isZero();
    assertThat(decoder.decode(withDescriptor, 0, 22, out, 0)).isEqualTo(160);
    short[] plain = new short[160];
    codec.newDecoder().decode(packets.get(4), 0, 20, plain, 0);
    assertThat(out).isEqualTo(plain);
  }

  @Test
  void ilbcChangesItsFramesInMidStream() {
    SpeechCodec codec = codec("iLBC");
    short[] speech = CodecSignals.speech(8000, 300);
    SpeechDecoder decoder = codec.newDecoder();
    short[] out = new short[960];
    for (int mode : new int[] {20, 30, 20}) {
      for (byte[] packet : Streams.encoded(codec, "mode=" + mode, speech, 60)) {
        assertThat(decoder.decode(packet, 0, packet.length, out, 0)).isEqualTo(480);
      }
      assertThat(decoder.conceal(out, 0, 8 * mode)).isEqualTo(8 * mode);
    }
    // Whoever does not say 20 gets 30.
    assertThat(codec.newEncoder(java.util.Optional.empty()).frameMillis()).isEqualTo(30);
  }
}
