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
package org.deskedge.testbed.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.deskedge.testbed.Deployment;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.FarEnd;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.PhoneCodec;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.SpeechComparison;
import org.deskedge.testbed.voice.SpeechDistance;
import org.deskedge.testbed.voice.SpeechMatch;
import org.deskedge.testbed.voice.Wav;

/** A short call in which both sides speak at once, and what each heard of the other. */
final class InteropCall {

  static final Duration LIMIT = Duration.ofSeconds(20);

  /** Silence before the far end speaks, ms: time for the voice path to come up. */
  static final int LEAD_MS = 1500;

  /** Of each speaker's sentences this much is spoken, ms. */
  private static final int SPEECH_MS = 4500;

  private static final int TAIL_MS = 60_000;
  private static final int DRAIN_MS = 700;

  /**
   * A speech codec may change a band's level by this much, dB. linphonec's G.722 alone is 6 dB off
   * in level, each way; another's speech is above 10.
   */
  private static final double MOST_SPECTRAL_DISTANCE_DB = 7;

  /** The most of the speech that may be missing, or something else. */
  private static final double MOST_UNLIKE = 0.03;

  private InteropCall() {}

  /** Writes what a far end says, for one that wants this many samples a second. */
  static Path speech(int rate, int leadMs, StateDirectory state) {
    Path file = state.folder("speech").resolve("interop-" + rate + "-" + leadMs + ".wav");
    short[] speech = said(Speech.FAR_END, rate);
    int lead = leadMs * (rate / 1000);
    short[] padded = new short[lead + speech.length + TAIL_MS * (rate / 1000)];
    System.arraycopy(speech, 0, padded, lead, speech.length);
    try {
      Wav.write(file, padded, rate);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** What a speaker says in such a call. */
  static short[] said(Speech speaker, int rate) {
    return Arrays.copyOf(speaker.samples(rate), SPEECH_MS * (rate / 1000));
  }

  /** Both speak; to be called as soon as the call is up, and returns when both have spoken. */
  static void speak(Deployment deployment, int farEndLeadMs) {
    try (ManagedProcess person = deployment.sound().speak(said(Speech.PERSON, G711.RATE))) {
      Waiting.pause(farEndLeadMs + SPEECH_MS + DRAIN_MS);
      person.await(LIMIT);
    }
  }

  /** Expects that the client heard the far end. */
  static void expectClientHeard(String call, PhoneCodec codec, short[] heard) {
    expectIntact(call + " to client", codec, said(Speech.FAR_END, G711.RATE), heard);
  }

  /** Expects that the far end heard the person; its call must have ended. */
  static void expectFarEndHeard(String call, PhoneCodec codec, FarEnd farEnd) {
    expectIntact(
        call + " to far end", codec, said(Speech.PERSON, G711.RATE), farEnd.heard(G711.RATE));
  }

  /** Speech as SIPp sends it. */
  static Path aLaw(short[] said, StateDirectory state) {
    Path wav = state.folder("speech").resolve("sipp.wav");
    Path raw = state.folder("speech").resolve("sipp.al");
    try {
      Wav.write(wav, said);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + wav, e);
    }
    Command.of("sox", wav.toString(), "-t", "raw", "-e", "a-law", raw.toString()).run();
    return raw;
  }

  /** Drops one of ten RTP packets that a telephone sends to a media relay in its namespace. */
  static void dropSome(Namespace branch, String telephone, String relay) {
    branch.run("nft", "add", "table", "inet", "loss");
    branch.run("nft", "add chain inet loss input { type filter hook input priority 0; }");
    branch.run(
        "nft",
        "add rule inet loss input ip saddr "
            + telephone
            + " ip daddr "
            + relay
            + " udp dport 30000-39999 numgen random mod 10 == 0 drop");
  }

  private static void expectIntact(String what, PhoneCodec codec, short[] source, short[] heard) {
    SpeechMatch match = SpeechComparison.compare(source, heard);
    SpeechDistance distance = SpeechDistance.of(source, heard, match);
    System.out.printf(
        Locale.ROOT,
        "%s: correlation %.4f, worst second %.4f, missing %.3f, segmental SNR %.1f dB,"
            + " spectral distance %.1f dB, unlike %.3f, cepstral distance %.1f dB%n",
        what,
        match.correlation(),
        match.worstSecond(),
        match.missingShare(),
        distance.segmentalSnrDb(),
        distance.spectralDistanceDb(),
        distance.unlikeShare(),
        distance.cepstralDistanceDb());
    if (codec.keepsWaveform()) {
      assertThat(match.acceptable()).as(what).isTrue();
    }
    assertThat(distance.spectralDistanceDb()).as(what).isLessThan(MOST_SPECTRAL_DISTANCE_DB);
    assertThat(distance.unlikeShare()).as(what).isLessThan(MOST_UNLIKE);
  }
}
