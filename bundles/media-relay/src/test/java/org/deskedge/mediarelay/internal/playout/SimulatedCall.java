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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.deskedge.audio.G711;
import org.deskedge.rtp.RtpWriter;

/**
 * A far end that speaks G.711 over a network with jitter and loss, and a client that plays it: all
 * in simulated time, the same each time it is run.
 */
final class SimulatedCall {

  static final int RATE = 8_000;
  static final int FRAME = 160;
  static final int PAYLOAD_TYPE = 0;

  /** How long the fastest packets are under way. */
  static final double TRANSIT_MILLIS = 50;

  /** When in the far end's packet times the client's frames are read. */
  static final double READ_PHASE_MILLIS = 7;

  /** What the network adds to each packet's way, in milliseconds. */
  interface Jitter {
    double of(long packet, Random random);
  }

  /** Which packets are lost. */
  interface Loss {
    boolean of(long packet, Random random);
  }

  /** A packet and when it comes. */
  private record InFlight(double at, long number, ByteBuf packet) {}

  final FarEndVoice voice;
  private final List<Double> delays = new ArrayList<>();
  private final Random random;
  private final TestSpeech speech = new TestSpeech(RATE);
  private final PriorityQueue<InFlight> network =
      new PriorityQueue<>(
          Comparator.comparingDouble(InFlight::at).thenComparingLong(InFlight::number));
  private final ArrayDeque<short[]> played = new ArrayDeque<>();
  private Jitter jitter = (packet, dice) -> 0;
  private Loss loss = (packet, dice) -> false;
  private double duplicates;
  private double packetMillis = 20;
  private double clockFactor = 1;
  private int firstSequenceNumber = 65_500;
  private int timestampOffset = -40_000;
  private int ssrc = 1;
  private long sent;
  private long reads;
  private long lost;
  private long flights;
  private boolean keepsOrder;
  private double lastArrival;

  SimulatedCall(long seed) {
    this(seed, PlayoutSettings.DEFAULT);
  }

  SimulatedCall(long seed, PlayoutSettings settings) {
    random = new Random(seed);
    voice = new FarEndVoice(RATE, settings);
    voice.expect(Map.of(PAYLOAD_TYPE, G711.PCMU), Map.of(13, RATE), Set.of(101));
  }

  SimulatedCall jitter(Jitter added) {
    jitter = added;
    return this;
  }

  /** The network never lets a packet overtake another. */
  SimulatedCall inOrder() {
    keepsOrder = true;
    return this;
  }

  SimulatedCall loss(Loss lossy) {
    loss = lossy;
    return this;
  }

  SimulatedCall duplicates(double share) {
    duplicates = share;
    return this;
  }

  SimulatedCall packetMillis(int millis) {
    packetMillis = millis;
    return this;
  }

  /** The far end's clock is fast by so much. */
  SimulatedCall drift(double partsPerMillion) {
    clockFactor = 1 / (1 + partsPerMillion * 1e-6);
    return this;
  }

  /** From now on the far end is another source, or numbers its packets anew. */
  SimulatedCall numbering(int source, int sequenceLeap, int timestampLeap) {
    ssrc = source;
    firstSequenceNumber += sequenceLeap;
    timestampOffset += timestampLeap;
    return this;
  }

  /** Goes on for that long. */
  SimulatedCall run(double seconds) {
    long until = reads + Math.round(seconds * 50);
    while (reads < until) {
      double now = reads * 20 + READ_PHASE_MILLIS;
      sendUntil(now);
      while (!network.isEmpty() && network.peek().at <= now) {
        InFlight arrived = network.poll();
        voice.received(arrived.packet, nanos(arrived.at));
      }
      short[] frame = new short[FRAME];
      voice.read(frame, nanos(now));
      reads++;
      played.add(frame);
      voice.figures().delayMillis().ifPresent(delays::add);
    }
    return this;
  }

  /** The far end sends one packet more, of any kind, with the timestamp of the speech to follow. */
  SimulatedCall send(int payloadType, byte[] payload) {
    double at = sent * packetMillis * clockFactor + TRANSIT_MILLIS;
    network.add(new InFlight(at, flights++, packet(payloadType, payload, sent * units())));
    firstSequenceNumber++;
    return this;
  }

  /** The far end sends nothing for so many packets, but its timestamps go on. */
  SimulatedCall silentFor(int packets) {
    sent += packets;
    firstSequenceNumber -= packets;
    return this;
  }

  /** Returns what was played since it was last asked for. */
  short[] played() {
    short[] all = new short[played.size() * FRAME];
    for (int at = 0; !played.isEmpty(); at += FRAME) {
      System.arraycopy(played.poll(), 0, all, at, FRAME);
    }
    return all;
  }

  long lost() {
    return lost;
  }

  long sent() {
    return sent;
  }

  long reads() {
    return reads;
  }

  PlayoutFigures figures() {
    return voice.figures();
  }

  SimulatedCall forgetDelays() {
    delays.clear();
    return this;
  }

  double meanDelay() {
    return delays.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  double delayQuantile(double share) {
    double[] sorted = delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /** Returns the speech as the codec passes it on, with nothing lost or moved. */
  short[] clean(int samples) {
    short[] pcm = new short[samples];
    speech.read(0, pcm, samples);
    byte[] coded = new byte[samples];
    G711.PCMU.encode(pcm, 0, samples, coded, 0);
    G711.PCMU.decode(coded, 0, samples, pcm, 0);
    return pcm;
  }

  private int units() {
    return (int) (packetMillis * RATE / 1000);
  }

  private void sendUntil(double now) {
    while (sent * packetMillis * clockFactor <= now) {
      double sentAt = sent * packetMillis * clockFactor;
      if (loss.of(sent, random)) {
        lost++;
      } else {
        double at = sentAt + TRANSIT_MILLIS + jitter.of(sent, random);
        if (keepsOrder) {
          at = Math.max(at, lastArrival);
          lastArrival = at;
        }
        network.add(new InFlight(at, flights++, speechPacket()));
        if (random.nextDouble() < duplicates) {
          network.add(new InFlight(at + 1, flights++, speechPacket()));
        }
      }
      sent++;
    }
  }

  private ByteBuf speechPacket() {
    int units = units();
    short[] pcm = new short[units];
    speech.read(sent * units, pcm, units);
    byte[] payload = new byte[units];
    G711.PCMU.encode(pcm, 0, units, payload, 0);
    return packet(PAYLOAD_TYPE, payload, sent * units);
  }

  private ByteBuf packet(int payloadType, byte[] payload, long timestamp) {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(
        packet,
        false,
        payloadType,
        (int) (firstSequenceNumber + sent),
        (int) timestamp + timestampOffset,
        ssrc);
    return packet.writeBytes(Arrays.copyOf(payload, payload.length));
  }

  private static long nanos(double millis) {
    return Math.round(millis * 1e6) - 1_000_000_000_000L;
  }
}
