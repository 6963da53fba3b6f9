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
package org.deskedge.mediarelay.internal.playout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deskedge.audio.G711;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.audio.SpeechEncoder;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.jitter.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that change, pause, and begin anew. */
class FarEndVoiceStreamTest {

  private static final int FRAME = SimulatedCall.FRAME;
  private static final int COMFORT_NOISE = 13;
  private static final int EVENT = 101;
  private static final int CLEAN_STEP =
      TestSpeech.greatestStep(new SimulatedCall(0).clean(2 * SimulatedCall.RATE));

  @Test
  void silenceIsReadBeforeAnythingCameAndCountsAsNothing() {
    SimulatedCall call = new SimulatedCall(1).loss((packet, random) -> true).run(3);

    assertThat(call.played()).containsOnly(0);
    assertThat(call.figures().framesConcealed()).isZero();
    assertThat(call.figures().delayMillis()).isEmpty();
    assertThat(call.figures().driftPartsPerMillion()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 0",
    "2, 12345, 987654321",
    "1, 0, 16000",
    "1, 0, -16000",
    "1, 0, 987654321",
    "1, 0, -2147483648",
    "1, 20000, 0",
    "1, -500, 0",
    "1, 30000, 40000",
  })
  void theVoiceGoesOnWhenSourceOrNumbersLeap(int source, int sequenceLeap, int timestampLeap) {
    SimulatedCall call = new SimulatedCall(2).run(5);
    call.numbering(source, sequenceLeap, timestampLeap).run(1);
    PlayoutFigures after = call.figures();
    call.played();
    call.forgetDelays().run(5);

    assertThat(call.figures().framesConcealed()).isEqualTo(after.framesConcealed());
    assertThat(call.figures().late() + call.figures().discarded())
        .isEqualTo(after.late() + after.discarded());
    assertThat(after.millisConcealed()).as("no more than a moment is lost").isLessThan(120);
    assertThat(call.delayQuantile(0)).isGreaterThan(15);
    assertThat(call.delayQuantile(1)).isLessThan(120);
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(CLEAN_STEP + 600);
  }

  @Test
  void sequenceNumbersAndTimestampsWrapUnheard() {
    // The first number is 65,500, the first timestamp 40,000 below 2^32.
    SimulatedCall call = new SimulatedCall(3).run(30);

    assertThat(call.sent()).isGreaterThan(300);
    assertThat(call.figures().framesConcealed()).isZero();
    assertThat(call.figures().late() + call.figures().discarded()).isZero();
  }

  @Test
  void comfortNoiseGoesOnWhileTheFarEndIsSilentAndNothingCountsAsLost() {
    SimulatedCall call = new SimulatedCall(4).run(5);
    // 40 dB below overload, white.
    call.send(COMFORT_NOISE, new byte[] {40}).silentFor(100).run(1);
    call.played();
    call.run(0.8);
    short[] noise = call.played();
    call.run(3);

    PlayoutFigures figures = call.figures();
    assertThat(figures.framesComfortNoise()).isBetween(96L, 102L);
    assertThat(figures.framesConcealed()).isZero();
    assertThat(figures.late() + figures.discarded()).isZero();
    assertThat(rootMeanSquare(noise)).isBetween(150.0, 700.0);
    assertThat(rootMeanSquare(call.played())).as("speech is back").isGreaterThan(1000);
    assertThat(figures.delayMillis().orElseThrow()).isBetween(15.0, 60.0);
  }

  @Test
  void aSilenceThatIsNotAnnouncedEndsWithoutDelayOrLoss() {
    SimulatedCall call = new SimulatedCall(5).run(5);
    call.silentFor(100).run(1);
    call.played();
    call.run(0.5);
    assertThat(call.played()).containsOnly(0);
    call.run(3);

    PlayoutFigures figures = call.figures();
    assertThat(figures.late() + figures.discarded()).isZero();
    assertThat(figures.delayMillis().orElseThrow()).isBetween(15.0, 60.0);
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(CLEAN_STEP + 600);
  }

  @Test
  void aClockThatStandsStillInAPauseIsNoLoss() {
    SimulatedCall call = new SimulatedCall(6).run(5);
    call.silentFor(250).numbering(1, 0, -250 * FRAME).run(10);

    assertThat(call.figures().late()).isZero();
    assertThat(call.figures().delayMillis().orElseThrow()).isBetween(15.0, 60.0);
  }

  @Test
  void telephoneEventsInPlaceOfVoiceAreNotLostVoice() {
    SimulatedCall call = new SimulatedCall(7).run(5);
    for (int i = 0; i < 8; i++) {
      call.send(EVENT, new byte[] {5, 10, (byte) (i / 2), (byte) 160});
    }
    call.silentFor(8).run(2);

    assertThat(call.figures().framesConcealed()).isZero();
    assertThat(call.figures().late() + call.figures().discarded()).isZero();
  }

  @Test
  void telephoneEventsBesideVoiceDoNotDisturbIt() {
    SimulatedCall call = new SimulatedCall(8);
    SimulatedCall same = new SimulatedCall(8);
    for (int i = 0; i < 100; i++) {
      call.send(EVENT, new byte[] {5, 10, 0, (byte) 160}).run(0.1);
      same.run(0.1);
    }

    assertThat(call.played()).isEqualTo(same.played());
  }

  @Test
  void payloadTypesMayChangeFromPacketToPacket() {
    FarEndVoice voice = voice(8_000, Map.of(0, G711.PCMU, 8, G711.PCMA));
    short[] tone = tone(8_000, 100);
    short[] played = new short[tone.length];
    for (int i = 0; i < 100; i++) {
      G711 law = i % 3 == 0 ? G711.PCMA : G711.PCMU;
      byte[] payload = new byte[FRAME];
      law.encode(tone, i * FRAME, FRAME, payload, 0);
      voice.received(packet(law == G711.PCMA ? 8 : 0, i, i * FRAME, payload), i * 20_000_000L);
      read(voice, played, i, FRAME);
    }

    assertThat(voice.figures().framesConcealed()).isZero();
    assertThat(TestSpeech.greatestStep(Arrays.copyOfRange(played, 1_000, played.length)))
        .isLessThan(TestSpeech.greatestStep(tone) + 1_000);
  }

  @Test
  void aTypeThatWasNotAgreedIsNotTaken() {
    FarEndVoice voice = voice(8_000, Map.of(0, G711.PCMU));

    assertThat(voice.received(packet(8, 0, 0, new byte[FRAME]), 0)).isEqualTo(Arrival.NOT_AGREED);
    assertThat(voice.received(packet(0, 0, 0, new byte[FRAME]), 0)).isEqualTo(Arrival.RESTARTED);
    voice.expect(Map.of(8, G711.PCMA), Map.of(), Set.of());
    assertThat(voice.received(packet(0, 1, FRAME, new byte[FRAME]), 0))
        .isEqualTo(Arrival.NOT_AGREED);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 48_000})
  void everyCodecIsPlayedAtTheRateOfTheChannelAndMadeUpForWhenLost(int channelRate) {
    for (SpeechCodec codec : SpeechCodecs.all()) {
      FarEndVoice voice = voice(channelRate, Map.of(100, codec));
      int seconds = 4;
      short[] tone = tone(codec.sampleRate(), 50 * seconds);
      short[] played = new short[channelRate * seconds];
      SpeechEncoder encoder = codec.newEncoder(Optional.empty());
      int millis = Math.max(20, encoder.frameMillis());
      int samples = codec.sampleRate() * millis / 1000;
      byte[] coded = new byte[1500];
      int reads = 0;
      for (int i = 0; (i + 1) * millis <= seconds * 1000; i++) {
        int length = encoder.encode(tone, i * samples, samples, coded, 0);
        long at = (long) i * millis * 1_000_000;
        if (i != 60) {
          int timestamp = codec.clockRate() / 1000 * millis * i;
          voice.received(packet(100, i, timestamp, Arrays.copyOf(coded, length)), at);
        }
        for (; reads * 20 < (i + 1) * millis; reads++) {
          read(voice, played, reads, channelRate / 50);
        }
      }

      PlayoutFigures figures = voice.figures();
      assertThat(figures.late() + figures.discarded()).as(codec.encodingName()).isZero();
      assertThat(figures.millisConcealed() + figures.recovered() * millis)
          .as("%s: the lost packet", codec.encodingName())
          .isBetween(millis - 1.0, millis + 21.0);
      assertThat(rootMeanSquare(Arrays.copyOfRange(played, channelRate, played.length)))
          .as("%s: loudness", codec.encodingName())
          .isBetween(2000.0, 4000.0);
      assertThat(TestSpeech.greatestStep(Arrays.copyOfRange(played, channelRate, played.length)))
          .as("%s: no click", codec.encodingName())
          .isLessThan(2 * TestSpeech.greatestStep(tone(channelRate, 50)) + 600);
    }
  }

  @Test
  void aCodecOfAnotherClockTakesOverInMidCall() {
    SpeechCodec wide = SpeechCodecs.named("opus").orElseThrow();
    FarEndVoice voice = voice(16_000, Map.of(0, G711.PCMU, 100, wide));
    SpeechEncoder encoder = wide.newEncoder(Optional.empty());
    short[] narrowTone = tone(8_000, 100);
    short[] wideTone = tone(wide.sampleRate(), 100);
    short[] played = new short[2 * 16_000];
    byte[] coded = new byte[1500];
    for (int i = 0; i < 100; i++) {
      boolean narrow = i < 50;
      int samples = wide.sampleRate() / 50;
      int length =
          narrow
              ? G711.PCMU.encode(narrowTone, i * FRAME, FRAME, coded, 0)
              : encoder.encode(wideTone, i * samples, samples, coded, 0);
      int timestamp = narrow ? i * FRAME : 50 * FRAME + (i - 50) * 960;
      voice.received(
          packet(narrow ? 0 : 100, i, timestamp, Arrays.copyOf(coded, length)), i * 20_000_000L);
      read(voice, played, i, 320);
    }

    assertThat(voice.figures().late()).isZero();
    assertThat(voice.figures().millisConcealed()).isLessThan(100);
    assertThat(rootMeanSquare(Arrays.copyOfRange(played, 24_000, 32_000)))
        .isBetween(2000.0, 4000.0);
  }

  @Test
  void clearingForgetsWhatWaitsAndKeepsTheFigures() {
    SimulatedCall call = new SimulatedCall(9).loss((packet, random) -> packet % 20 == 19).run(5);
    long concealed = call.figures().framesConcealed();
    call.voice.clear();
    call.played();
    call.loss((packet, random) -> true).run(0.04);

    assertThat(concealed).isPositive();
    assertThat(call.figures().framesConcealed()).isEqualTo(concealed);
  }

  @Property(tries = 200)
  void nothingThatComesBreaksIt(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int kind) {
    FarEndVoice voice = new FarEndVoice(8_000, PlayoutSettings.DEFAULT);
    voice.expect(
        Map.of(0, G711.PCMU, 100, SpeechCodecs.named("G729").orElseThrow()),
        Map.of(COMFORT_NOISE, 8_000),
        Set.of(EVENT));
    Random random = new Random(seed);
    short[] frame = new short[FRAME];
    int[] types = {0, 100, COMFORT_NOISE, EVENT, 77};
    for (int i = 0; i < 300; i++) {
      for (int burst = random.nextInt(4); burst > 0; burst--) {
        int step = kind == 0 ? random.nextInt() : random.nextInt(20) - 5;
        byte[] payload = new byte[random.nextInt(kind == 1 ? 1_490 : 40)];
        random.nextBytes(payload);
        ByteBuf packet =
            packet(types[random.nextInt(types.length)], i + step, (i + step) * FRAME, payload);
        if (kind == 2) {
          packet.setByte(random.nextInt(12), random.nextInt());
        }
        if (RtpHeader.check(packet) == RtpFault.NONE) {
          voice.received(packet, random.nextInt(20_000_000) + i * 20_000_000L);
        }
      }
      voice.read(frame, i * 20_000_000L);
    }
    PlayoutFigures figures = voice.figures();
    assertThat(figures.framesConcealed()).isBetween(0L, 300L);
    figures.delayMillis().ifPresent(delay -> assertThat(delay).isFinite());
  }

  private static FarEndVoice voice(int rate, Map<Integer, SpeechCodec> codecs) {
    FarEndVoice voice = new FarEndVoice(rate, PlayoutSettings.DEFAULT);
    voice.expect(codecs, Map.of(), Set.of());
    return voice;
  }

  private static void read(FarEndVoice voice, short[] into, int number, int length) {
    short[] frame = new short[length];
    voice.read(frame, number * 20_000_000L + 10_000_000);
    System.arraycopy(frame, 0, into, number * length, length);
  }

  private static ByteBuf packet(int payloadType, int number, int timestamp, byte[] payload) {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, false, payloadType, number, timestamp, 9);
    return packet.writeBytes(payload);
  }

  private static short[] tone(int rate, int frames) {
    short[] tone = new short[frames * rate / 50];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) (4000 * Math.sin(2 * Math.PI * 300 * i / rate));
    }
    return tone;
  }

  private static double rootMeanSquare(short[] samples) {
    double squares = 0;
    for (short sample : samples) {
      squares += (double) sample * sample;
    }
    return Math.sqrt(squares / samples.length);
  }
}
