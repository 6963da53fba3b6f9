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
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.rtp.rtcp.RtcpDecoder;
import org.deskedge.rtp.rtcp.VoipMetrics;

/** What one leg is made of, each part knowing those it works with. For the event loop's thread. */
final class LegParts {

  private final VoiceChannel client;
  private final LegLog log;
  private final LegCounters counters = new LegCounters();
  private final PacketGuard guard = new PacketGuard();
  private final LegLosses losses = new LegLosses();
  private final FarEndEvents events;
  private final SourceGate farEnd;
  private final FarEndVoice voice;
  private final RtpSender sender;
  private final RtpReceiver receiver;
  private final VoicePump pump;
  private final RtcpLeg rtcp;
  private final RelaySettings settings;
  private boolean muxed;

  LegParts(EventLoop loop, VoiceChannel client, RelaySettings settings, LegLog log) {
    this.client = client;
    this.settings = settings;
    this.log = log;
    events = new FarEndEvents(counters);
    farEnd = new SourceGate(settings.symmetric());
    voice = new FarEndVoice(client.sampleRate(), settings.playout());
    sender = new RtpSender(farEnd, guard, counters, new SplittableRandom());
    receiver = new RtpReceiver(farEnd, guard, voice, losses, events, counters, log);
    pump = new VoicePump(loop, client, receiver, voice, sender, settings.comfortNoise(), log);
    rtcp =
        new RtcpLeg(
            loop,
            settings.rtcp(),
            UUID.randomUUID().toString(),
            farEnd,
            guard,
            sender,
            receiver.statistics(),
            this::voipMetrics,
            counters,
            log);
  }

  /** Takes what comes on the RTP port: RTCP too, where it shares the port (RFC 5761 section 4). */
  void onRtpPort(InetSocketAddress peer, ByteBuf packet, long now) {
    if (muxed && RtcpDecoder.isRtcp(packet)) {
      rtcp.received(peer, packet, now);
    } else {
      receiver.received(peer, packet, now);
    }
  }

  /** Takes what comes on the RTCP port. */
  void onRtcpPort(InetSocketAddress peer, ByteBuf packet, long now) {
    rtcp.received(peer, packet, now);
  }

  /** Says whether RTCP shares the port of RTP. */
  void muxed(boolean shares) {
    muxed = shares;
  }

  VoiceChannel client() {
    return client;
  }

  LegLog log() {
    return log;
  }

  LegCounters counters() {
    return counters;
  }

  PacketGuard guard() {
    return guard;
  }

  LegLosses losses() {
    return losses;
  }

  FarEndEvents events() {
    return events;
  }

  SourceGate farEnd() {
    return farEnd;
  }

  FarEndVoice voice() {
    return voice;
  }

  RtpReceiver receiver() {
    return receiver;
  }

  RtpSender sender() {
    return sender;
  }

  VoicePump pump() {
    return pump;
  }

  RtcpLeg rtcp() {
    return rtcp;
  }

  private Optional<VoipMetrics> voipMetrics() {
    return LegFigures.voipMetrics(this, settings.playout());
  }
}
