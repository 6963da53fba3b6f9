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
package org.deskedge.testbed.bench.drift;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.mediarelay.internal.playout.PlayoutFigures;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.testbed.bench.transcoding.CodecPair;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.SpeechComparison;
import org.deskedge.testbed.voice.SpeechDistance;
import org.deskedge.testbed.voice.SpeechMatch;

/**
 * A call of many minutes on the edge's way from RTP packets to the client's frames. The far end's
 * clock and the edge's are made, not waited for: 30 minutes take as long as the edge needs for
 * them.
 */
final class DriftRun {

  private static final long FRAME_NANOS = 20_000_000;
  private static final long EPOCH_NANOS = 1_000_000_000_000L;
  private static final long ONE_WAY_NANOS = 20_000_000;
  private static final int FRAME = G711.RATE / 50;
  private static final int PAYLOAD_TYPE = 0;

  /** Frames read after the last packet was sent. */
  private static final int DRAIN_FRAMES = 50;

  /** Silence between two rounds: a whole number of frames, 1 s. */
  private static final int PAUSE = G711.RATE;

  /** A round is looked for this far from where it would lie without drift, in samples. */
  private static final int MARGIN = G711.RATE;

  private final SpeechCodec codec = SpeechCodecs.named("PCMU").orElseThrow();
  private final double ratio;
  private final int jitterMs;
  private final short[] sentences = Speech.FAR_END.samples();
  private final short[] round;
  private final List<byte[]> payloads;
  private final Random random = new Random(1);

  /** A packet on its way. */
  private record Arrival(long nanos, ByteBuf packet) {}

  DriftRun(double partsPerMillion, int jitterMs) {
    ratio = 1 + partsPerMillion / 1e6;
    this.jitterMs = jitterMs;
    int length = (sentences.length / FRAME + 1) * FRAME + PAUSE;
    round = Arrays.copyOf(sentences, length);
    payloads = CodecPair.payloads(codec, round);
  }

  DriftResult run(int minutes) {
    FarEndVoice voice = new FarEndVoice(G711.RATE, PlayoutSettings.DEFAULT);
    voice.expect(Map.of(PAYLOAD_TYPE, codec), Map.of(), Set.of());
    PriorityQueue<Arrival> way =
        new PriorityQueue<>((one, other) -> Long.compare(one.nanos, other.nanos));
    int rounds = minutes * 60 * G711.RATE / round.length;
    int frames = rounds * payloads.size();
    short[] heard = new short[(frames + DRAIN_FRAMES) * FRAME];
    short[] frame = new short[FRAME];
    int sent = 0;
    PlayoutFigures figures = voice.figures();
    for (int i = 0; i < frames + DRAIN_FRAMES; i++) {
      if (i == frames) {
        figures = voice.figures(); // What follows is the end of the call.
      }
      long now = i * FRAME_NANOS;
      // Packets are made a second ahead: none that arrives by now is missing from the queue.
      while (sent < frames && spokenNanos(sent) < now + 1_000_000_000L) {
        way.add(send(sent++));
      }
      while (!way.isEmpty() && way.peek().nanos <= now) {
        Arrival arrival = way.remove();
        voice.received(arrival.packet, EPOCH_NANOS + arrival.nanos);
      }
      voice.read(frame, EPOCH_NANOS + now);
      System.arraycopy(frame, 0, heard, i * FRAME, FRAME);
    }
    List<DriftMinute> judged = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      judged.add(judge(i, heard));
    }
    return new DriftResult(
        (ratio - 1) * 1e6,
        minutes,
        jitterMs,
        judged,
        figures.framesConcealed(),
        figures.millisLengthened(),
        figures.millisShortened(),
        figures.driftPartsPerMillion().isPresent()
            ? figures.driftPartsPerMillion().getAsDouble()
            : null);
  }

  /** When the far end has spoken a packet's last sample, by the edge's clock. */
  private long spokenNanos(int number) {
    return (long) ((number + 1) * FRAME_NANOS / ratio);
  }

  private Arrival send(int number) {
    byte[] payload = payloads.get(number % payloads.size());
    ByteBuf packet =
        Unpooled.buffer(12 + payload.length)
            .writeByte(0x80)
            .writeByte(PAYLOAD_TYPE)
            .writeShort(number)
            .writeInt(number * FRAME)
            .writeInt(0x0d51f7ed)
            .writeBytes(payload);
    long jitter = (long) (random.nextDouble() * jitterMs * 1_000_000);
    return new Arrival(spokenNanos(number) + ONE_WAY_NANOS + jitter, packet);
  }

  private DriftMinute judge(int number, short[] heard) {
    // Where the round would be heard if nothing took any time.
    int spoken = (int) ((long) number * round.length / ratio);
    int from = Math.max(0, spoken - MARGIN);
    short[] near =
        Arrays.copyOfRange(
            heard, from, Math.min(heard.length, spoken + sentences.length + 2 * MARGIN));
    SpeechMatch match = SpeechComparison.compare(sentences, near);
    SpeechDistance distance = SpeechDistance.of(sentences, near, match);
    double delay = match.delayMs() + (from - spoken) * 1000.0 / G711.RATE;
    return new DriftMinute(
        spoken / (60.0 * G711.RATE),
        delay,
        Math.round(distance.unlikeShare() * distance.frames()),
        Clicks.count(sentences, near, match),
        distance.spectralDistanceDb());
  }
}
