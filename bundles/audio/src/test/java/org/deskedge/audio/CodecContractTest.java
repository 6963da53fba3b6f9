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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskedge.audio.Streams.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the interfaces promise of every codec. */
class CodecContractTest {

  private static final String PARAMETERS = "mode=20;useinbandfec=1";

  static Stream<SpeechCodec> codecs() {
    return SpeechCodecs.all().stream();
  }

  @Test
  void allAreThereTheWidestBandFirst() {
    assertThat(SpeechCodecs.all())
        .extracting(SpeechCodec::encodingName)
        .containsExactly("opus", "G722", "PCMU", "PCMA", "G729", "iLBC", "GSM");
  }

  @ParameterizedTest
  @CsvSource({
    "opus, 48000, 2, 16000, 20, maxplaybackrate=16000;sprop-maxcapturerate=16000;stereo=0;useinbandfec=1",
    "G722, 8000, 1, 16000, 10,",
    "PCMU, 8000, 1, 8000, 10,",
    "PCMA, 8000, 1, 8000, 10,",
    "G729, 8000, 1, 8000, 10, annexb=no",
    "iLBC, 8000, 1, 8000, 20, mode=20",
    "GSM, 8000, 1, 8000, 20,",
  })
  void sdpSaysWhatTheRfcsSay(
      String name, int clockRate, int channels, int sampleRate, int millis, String parameters) {
    SpeechCodec codec = codec(name);

    assertThat(codec.clockRate()).isEqualTo(clockRate);
    assertThat(codec.rtpMapChannels()).isEqualTo(channels);
    assertThat(codec.sampleRate()).isEqualTo(sampleRate);
    assertThat(codec.frameMillis()).isEqualTo(millis);
    assertThat(codec.formatParameters()).isEqualTo(Optional.ofNullable(parameters));
  }

  @ParameterizedTest
  @CsvSource({
    // The lowest segmental signal-to-noise ratios in dB, and the delays of the codecs in samples.
    "opus, 20, 104, 8",
    "G722, 20, 22, 15",
    "PCMU, 20, 0, 30",
    "PCMA, 20, 0, 30",
    "G729, 20, 40, 4",
    "iLBC, 20, 40, 4",
    "GSM, 20, 0, 5",
  })
  void speechComesThrough(String name, int millis, int delay, double least) {
    SpeechCodec codec = codec(name);
    short[] speech = CodecSignals.speech(codec.sampleRate(), 2000);
    short[] decoded = Streams.decoded(codec, Streams.encoded(codec, PARAMETERS, speech, millis));

    assertThat(decoded).hasSameSizeAs(speech);
    assertThat(CodecSignals.segmentalSnr(speech, decoded, delay, codec.sampleRate()))
        .isGreaterThan(least);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void packetsOfAnyWholeNumberOfFramesHoldThatManySamples(SpeechCodec codec) {
    SpeechEncoder encoder = codec.newEncoder(Optional.of(PARAMETERS));
    SpeechDecoder decoder = codec.newDecoder();
    short[] speech = CodecSignals.speech(codec.sampleRate(), 120);
    byte[] payload = new byte[2000];
    short[] decoded = new short[speech.length];
    for (int millis = encoder.frameMillis(); millis <= 120; millis += encoder.frameMillis()) {
      int length = codec.sampleRate() / 1000 * millis;
      int bytes = encoder.encode(speech, 0, length, payload, 3);

      assertThat(decoder.samples(payload, 3, bytes)).as("%d ms", millis).isEqualTo(length);
      assertThat(decoder.decode(payload, 3, bytes, decoded, 0)).isEqualTo(length);
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void everyPrefixOfAPayloadIsDecodedOrPassedOver(SpeechCodec codec) {
    short[] speech = CodecSignals.speech(codec.sampleRate(), 240);
    SpeechDecoder decoder = codec.newDecoder();
    short[] decoded = new short[codec.sampleRate() / 1000 * 120];
    for (byte[] payload : Streams.encoded(codec, PARAMETERS, speech, 60)) {
      for (int length = 0; length <= payload.length; length++) {
        byte[] prefix = Arrays.copyOf(payload, length);
        int written = decoder.decode(prefix, 0, length, decoded, 0);
        assertThat(written).isIn(0, decoder.samples(prefix, 0, length));
        decoder.recover(prefix, 0, length, decoded, 0, codec.sampleRate() / 50);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void noiseInPayloadsThrowsNothingAndSpeechAfterItIsHeard(SpeechCodec codec) {
    Random random = new Random(3);
    SpeechDecoder decoder = codec.newDecoder();
    List<byte[]> good =
        Streams.encoded(codec, PARAMETERS, CodecSignals.speech(codec.sampleRate(), 600), 20);
    short[] decoded = new short[codec.sampleRate() / 1000 * 120];
    for (int i = 0; i < 1500; i++) {
      byte[] payload = good.get(random.nextInt(good.size())).clone();
      if (i % 2 == 0) {
        random.nextBytes(payload);
      } else {
        payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
      }
      int length = i % 8 == 0 ? random.nextInt(payload.length + 1) : payload.length;
      decoder.decode(payload, 0, length, decoded, 0);
      if (i % 16 == 0) {
        decoder.recover(payload, 0, length, decoded, 0, 320);
        decoder.conceal(decoded, 0, 320);
      }
    }
    // The state that noise left behind fades; after 300 ms speech is as loud as it should be.
    double loudest = 0;
    for (int i = 0; i < good.size(); i++) {
      int length = decoder.decode(good.get(i), 0, good.get(i).length, decoded, 0);
      loudest = i < good.size() / 2 ? 0 : Math.max(loudest, CodecSignals.rms(decoded, 0, length));
    }
    assertThat(loudest).isBetween(500.0, 5000.0);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void arraysThatAreTooShortAreRefused(SpeechCodec codec) {
    int length = codec.sampleRate() / 50;
    byte[] payload = new byte[2000];
    SpeechEncoder encoder = codec.newEncoder(Optional.of(PARAMETERS));
    int bytes = encoder.encode(new short[length], 0, length, payload, 0);

    assertThatThrownBy(() -> encoder.encode(new short[length - 1], 0, length, payload, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> encoder.encode(new short[length], 0, length, new byte[bytes], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> codec.newDecoder().decode(payload, 0, bytes, new short[length - 1], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ";", "=", "mode", "mode=x", "mode=99999999999", ";;a=b=c", "cbr=\u0000"})
  void malformedParametersAreIgnored(String parameters) {
    for (SpeechCodec codec : SpeechCodecs.all()) {
      assertThatCode(() -> codec.newEncoder(Optional.of(parameters))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"opus", "G722", "PCMU", "PCMA", "GSM"})
  void nothingIsAllocatedForAPacket(String name) {
    SpeechCodec codec = codec(name);
    SpeechEncoder encoder = codec.newEncoder(Optional.of(PARAMETERS));
    SpeechDecoder decoder = codec.newDecoder();
    int length = codec.sampleRate() / 50;
    short[] speech = CodecSignals.speech(codec.sampleRate(), 2000);
    byte[] payload = new byte[2000];
    short[] decoded = new short[length];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // What the first rounds load and link is not theirs.
    long before = 0;
    for (int round = 0; round < 4; round++) {
      before = threads.getCurrentThreadAllocatedBytes();
      for (int from = 0; from < speech.length; from += length) {
        int bytes = encoder.encode(speech, from, length, payload, 0);
        decoder.recover(payload, 0, bytes, decoded, 0, length);
        decoder.decode(payload, 0, bytes, decoded, 0);
        decoder.conceal(decoded, 0, length);
      }
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void impairmentsAreInTheRangeOfTheEModel(SpeechCodec codec) {
    Impairment impairment = codec.impairment();

    assertThat(impairment.ie()).isBetween(0.0, 95.0);
    assertThat(impairment.bpl()).isPositive();
    assertThat(impairment.wideband()).isEqualTo(codec.sampleRate() > 8000);
    // Without loss nothing is added, and with loss always more.
    assertThat(impairment.effective(0, 1)).isEqualTo(impairment.ie());
    assertThat(impairment.effective(5, 1)).isGreaterThan(impairment.effective(1, 1));
    assertThat(impairment.effective(5, 2)).isGreaterThan(impairment.effective(5, 1));
  }
}
