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
package org.deskedge.testbed.bench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.mediarelay.internal.playout.PlayoutFigures;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.quality.EModel;
import org.deskedge.rtp.quality.Impairment;
import org.deskedge.rtp.quality.Rating;
import org.deskedge.testbed.bench.transcoding.CodecPair;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.SpeechComparison;
import org.deskedge.testbed.voice.SpeechDistance;
import org.deskedge.testbed.voice.SpeechMatch;

/**
 * Plays speech through the edge's way from RTP packets to the client's frames. Time is made, not
 * waited for: packets come and frames are read at the times the network says, so what a busy
 * machine does cannot be heard.
 */
final class QualityRun {

  private static final long FRAME_NANOS = 20_000_000;
  private static final int FRAME = G711.RATE / 50;

  /** Where frames are read between two packets of a network without jitter, ns. */
  private static final long PHASE_NANOS = 7_000_000;

  /** Any time that is not 0. */
  private static final long EPOCH_NANOS = 1_000_000_000_000L;

  /** Frames read after the last packet was sent. */
  private static final int DRAIN_FRAMES = 25;

  /** G.711 without concealment, random loss: Ie and Bpl of ITU-T G.113 table I.4. */
  private static final Impairment G711_UNCONCEALED = new Impairment(0, 4.3, false);

  private final SpeechCodec codec;
  private final short[] source = Speech.FAR_END.samples();
  private final short[] spoken;

  QualityRun(SpeechCodec codec) {
    this.codec = codec;
    spoken = Speech.FAR_END.samples(codec.sampleRate());
  }

  /** Measures one network, with several seeds. */
  QualityResult measure(QualityCase network, int seeds) {
    List<Once> all = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      all.add(once(network, seed));
    }
    double[] delays =
        all.stream().flatMap(one -> one.delaysMs.stream()).mapToDouble(d -> d).sorted().toArray();
    double lost = mean(all.stream().mapToDouble(one -> one.lostPercent).toArray());
    double median = rank(delays, 0.5);
    Rating rating = rating(network, lost, burstRatio(all), median);
    return new QualityResult(
        network.lossPercent(),
        network.pattern(),
        network.jitterMs(),
        network.concealment(),
        lost,
        rating == null ? null : rating.r(),
        rating == null ? null : rating.mos(),
        mean(all.stream().mapToDouble(one -> one.distance.segmentalSnrDb()).toArray()),
        mean(all.stream().mapToDouble(one -> one.distance.spectralDistanceDb()).toArray()),
        mean(all.stream().mapToDouble(one -> one.distance.cepstralDistanceDb()).toArray()),
        mean(all.stream().mapToDouble(one -> one.distance.unlikeShare()).toArray()),
        median,
        rank(delays, 0.95),
        delays[delays.length - 1]);
  }

  /** What was heard of one seed. */
  private record Once(
      SpeechDistance distance, List<Double> delaysMs, double lostPercent, int lost, int bursts) {}

  private Once once(QualityCase network, long seed) {
    List<LossyNetwork.Arrival> arrivals = LossyNetwork.send(codec, spoken, network, seed);
    FarEndVoice voice =
        new FarEndVoice(
            G711.RATE, new PlayoutSettings(PlayoutSettings.DEFAULT.delay(), network.concealment()));
    voice.expect(Map.of(LossyNetwork.PAYLOAD_TYPE, codec), Map.of(), Set.of());
    int sent = spoken.length / CodecPair.frame(codec);
    short[] heard = new short[(sent + DRAIN_FRAMES) * FRAME];
    short[] frame = new short[FRAME];
    int next = 0;
    for (int i = 0; i < sent + DRAIN_FRAMES; i++) {
      long now = i * FRAME_NANOS + PHASE_NANOS;
      while (next < arrivals.size() && arrivals.get(next).nanos() <= now) {
        LossyNetwork.Arrival arrival = arrivals.get(next++);
        voice.received(arrival.packet(), EPOCH_NANOS + arrival.nanos());
      }
      voice.read(frame, EPOCH_NANOS + now);
      System.arraycopy(frame, 0, heard, i * FRAME, FRAME);
    }
    SpeechMatch match = SpeechComparison.compare(source, heard);
    List<Double> delays =
        match.pieces().stream()
            .filter(SpeechMatch.Piece::heard)
            .map(piece -> piece.lag() * 1000.0 / G711.RATE + PHASE_NANOS / 1e6)
            .toList();
    PlayoutFigures figures = voice.figures();
    int missing = sent - arrivals.size();
    return new Once(
        SpeechDistance.of(source, heard, match),
        delays,
        100.0 * (missing + figures.late() + figures.discarded()) / sent,
        missing,
        bursts(arrivals, sent));
  }

  private Rating rating(QualityCase network, double lost, double burstRatio, double delayMs) {
    Impairment impairment =
        new Impairment(
            codec.impairment().ie(), codec.impairment().bpl(), codec.impairment().wideband());
    if (!network.concealment()) {
      if (!codec.encodingName().startsWith("PCM")) {
        return null;
      }
      impairment = G711_UNCONCEALED;
    }
    return new EModel().rate(impairment, delayMs, lost, burstRatio);
  }

  /** Mean length of the bursts by that of random loss: BurstR of ITU-T G.107. */
  private static double burstRatio(List<Once> all) {
    int lost = all.stream().mapToInt(one -> one.lost).sum();
    int bursts = all.stream().mapToInt(one -> one.bursts).sum();
    if (bursts == 0) {
      return 1;
    }
    double share = mean(all.stream().mapToDouble(one -> one.lostPercent).toArray()) / 100;
    return Math.max(1, (double) lost / bursts * (1 - share));
  }

  private static int bursts(List<LossyNetwork.Arrival> arrivals, int sent) {
    boolean[] came = new boolean[sent];
    arrivals.forEach(arrival -> came[arrival.packet().getUnsignedShort(2)] = true);
    int bursts = 0;
    for (int i = 0; i < sent; i++) {
      bursts += !came[i] && (i == 0 || came[i - 1]) ? 1 : 0;
    }
    return bursts;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double rank(double[] sorted, double share) {
    return sorted[(int) Math.ceil(sorted.length * share) - 1];
  }
}
