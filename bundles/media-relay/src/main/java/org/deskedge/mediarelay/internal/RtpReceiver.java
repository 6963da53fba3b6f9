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
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.jitter.JitterBuffer;

/**
 * Takes the far end's packets: checks whom they are from and what they are, counts, and hands them
 * on to be played. Allocates nothing itself; Netty makes one envelope, one address and one pooled
 * buffer a packet.
 */
final class RtpReceiver extends SimpleChannelInboundHandler<DatagramPacket> {

  private static final int PAYLOAD_TYPES = 128;
  private static final long NANOS_PER_UNIT = 125_000;

  private final LegCounters counters;
  private final LegLog log;
  private final FarEndVoice voice;
  private final ReceiverStatistics statistics = new ReceiverStatistics();
  private final boolean[] agreed = new boolean[PAYLOAD_TYPES];
  private InetSocketAddress remote;
  private boolean playing;

  RtpReceiver(LegCounters counters, LegLog log, FarEndVoice voice) {
    this.counters = counters;
    this.log = log;
    this.voice = voice;
  }

  /**
   * Says whose packets to take from now on.
   *
   * @param codecs the agreed ones by payload type
   */
  void expect(InetSocketAddress peer, Map<Integer, SpeechCodec> codecs) {
    remote = peer;
    for (int i = 0; i < PAYLOAD_TYPES; i++) {
      agreed[i] = codecs.containsKey(i);
    }
    voice.expect(codecs, Map.of(), Set.of());
  }

  /** Says whether what comes is to be played; it is counted either way. */
  void playing(boolean play) {
    if (playing && !play) {
      voice.clear();
    }
    playing = play;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
    received(packet.sender(), packet.content(), System.nanoTime());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Errors of a datagram socket, such as an unreachable network, pass; the call decides to end.
    log.failure(cause);
  }

  void received(InetSocketAddress peer, ByteBuf packet, long now) {
    if (!peer.equals(remote)) {
      counters.countRefused();
      log.stranger(peer, remote);
      return;
    }
    RtpFault fault = RtpHeader.check(packet);
    if (fault != RtpFault.NONE) {
      counters.countRefused();
      log.malformed(peer, fault.description(), now);
      return;
    }
    if (!agreed[RtpHeader.payloadType(packet)]) {
      counters.countRefused();
      log.payloadType(peer, RtpHeader.payloadType(packet));
      return;
    }
    int length = RtpHeader.payloadLength(packet);
    if (length == 0 || length > JitterBuffer.MAX_PAYLOAD) {
      counters.countRefused();
      log.malformed(
          peer,
          length == 0 ? "no payload" : "more than " + JitterBuffer.MAX_PAYLOAD + " bytes",
          now);
      return;
    }
    take(packet, now);
  }

  private void take(ByteBuf packet, long now) {
    statistics.received(
        RtpHeader.ssrc(packet),
        RtpHeader.sequenceNumber(packet),
        RtpHeader.timestamp(packet),
        (int) (now / NANOS_PER_UNIT));
    counters.publish(statistics);
    if (playing) {
      voice.received(packet, now);
    }
  }
}
