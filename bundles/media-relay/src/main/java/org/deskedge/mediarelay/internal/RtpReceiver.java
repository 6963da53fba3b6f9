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
package org.deskedge.mediarelay.internal;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.event.EventListener;
import org.deskedge.rtp.event.EventReceiver;
import org.deskedge.rtp.jitter.Arrival;
import org.deskedge.rtp.jitter.JitterBuffer;

/**
 * Takes the far end's RTP packets: checks whom they are from and what they are, counts them, and
 * hands voice to its playout and telephone events to whoever wants to hear them. Allocates nothing
 * per packet. For the event loop's thread.
 */
final class RtpReceiver {

  private static final int PAYLOAD_TYPES = 128;
  private static final String TOO_LONG = "more than " + JitterBuffer.MAX_PAYLOAD + " bytes";
  private static final long PUBLISH_NANOS = 1_000_000_000;

  /** What a payload type is for. */
  private enum Use {
    NONE,
    SPEECH,
    NOISE,
    EVENT
  }

  private final SourceGate farEnd;
  private final PacketGuard guard;
  private final FarEndVoice voice;
  private final LegLosses losses;
  private final EventListener events;
  private final LegCounters counters;
  private final LegLog log;
  private final ReceiverStatistics statistics = new ReceiverStatistics();
  private final Use[] uses = new Use[PAYLOAD_TYPES];
  private final int[] clockRates = new int[PAYLOAD_TYPES];
  private final String[] names = new String[PAYLOAD_TYPES];
  private EventReceiver eventReceiver;
  private int eventClockRate;
  private boolean playing;
  private long publishedAt;

  /**
   * Makes a receiver that takes nothing.
   *
   * @param events told of each telephone event once
   */
  RtpReceiver(
      SourceGate farEnd,
      PacketGuard guard,
      FarEndVoice voice,
      LegLosses losses,
      EventListener events,
      LegCounters counters,
      LegLog log) {
    this.farEnd = farEnd;
    this.guard = guard;
    this.voice = voice;
    this.losses = losses;
    this.events = events;
    this.counters = counters;
    this.log = log;
    java.util.Arrays.fill(uses, Use.NONE);
  }

  /** Says what payload types mean from now on. */
  void expect(PayloadTypes types) {
    for (int type = 0; type < PAYLOAD_TYPES; type++) {
      SpeechCodec codec = types.speech().get(type);
      Integer noise = types.comfortNoise().get(type);
      Integer event = types.events().get(type);
      names[type] = codec == null ? null : codec.encodingName();
      if (codec != null) {
        use(type, Use.SPEECH, codec.clockRate());
      } else if (noise != null) {
        use(type, Use.NOISE, noise);
      } else if (event != null) {
        use(type, Use.EVENT, event);
      } else {
        use(type, Use.NONE, 0);
      }
    }
    voice.expect(types.speech(), types.comfortNoise(), types.events().keySet());
  }

  /** Says whether what comes is to be played; it is counted either way. */
  void playing(boolean play) {
    if (playing && !play) {
      voice.clear();
    }
    playing = play;
  }

  /** Time passed: to be called about every 20 ms. */
  void elapsed(long now) {
    if (eventReceiver != null) {
      eventReceiver.elapsed(now);
    }
    if (now - publishedAt >= PUBLISH_NANOS) {
      publishedAt = now;
      losses.publish();
    }
  }

  /** Returns what is known of the far end's packets. */
  ReceiverStatistics statistics() {
    return statistics;
  }

  /**
   * Takes a datagram.
   *
   * @param packet changed in place where it is protected; not kept
   * @param now of {@link System#nanoTime()}
   */
  void received(InetSocketAddress peer, ByteBuf packet, long now) {
    if (!farEnd.admits(peer, now)) {
      counters.countStranger();
      log.stranger(peer, farEnd.remote());
      return;
    }
    if (!guard.unprotect(packet)) {
      counters.countUnauthenticated();
      log.unauthenticated(peer, now);
      return;
    }
    RtpFault fault = RtpHeader.check(packet);
    if (fault != RtpFault.NONE) {
      counters.countMalformed();
      log.malformed(peer, fault.description(), now);
      return;
    }
    int type = RtpHeader.payloadType(packet);
    int length = RtpHeader.payloadLength(packet);
    if (uses[type] == Use.NONE) {
      counters.countMalformed();
      log.payloadType(peer, type);
    } else if (length == 0 || length > JitterBuffer.MAX_PAYLOAD) {
      counters.countMalformed();
      log.malformed(peer, length == 0 ? "no payload" : TOO_LONG, now);
    } else {
      if (farEnd.heard(peer)) {
        log.latched(peer);
      }
      take(type, packet, length, now);
    }
  }

  private void take(int type, ByteBuf packet, int length, long now) {
    int ssrc = RtpHeader.ssrc(packet);
    int sequenceNumber = RtpHeader.sequenceNumber(packet);
    boolean usable =
        uses[type] == Use.EVENT
            ? statistics.receivedUntimed(ssrc, sequenceNumber)
            : statistics.received(
                ssrc, sequenceNumber, RtpHeader.timestamp(packet), clockRates[type], now);
    counters.countReceived(statistics, length, names[type]);
    if (!usable) {
      return;
    }
    if (uses[type] == Use.EVENT) {
      eventReceiver(clockRates[type]).received(packet, now);
    }
    Arrival arrival = playing ? voice.received(packet, now) : Arrival.TAKEN;
    losses.came(ssrc, sequenceNumber, arrival.waits() || arrival == Arrival.DUPLICATE);
  }

  private EventReceiver eventReceiver(int clockRate) {
    if (clockRate != eventClockRate) {
      if (eventReceiver != null) {
        eventReceiver.stop();
      }
      eventReceiver = new EventReceiver(clockRate, events);
      eventClockRate = clockRate;
    }
    return eventReceiver;
  }

  private void use(int type, Use use, int clockRate) {
    uses[type] = use;
    clockRates[type] = clockRate;
  }
}
