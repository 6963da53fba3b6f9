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
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;

/**
 * Takes the far end's packets: checks whom they are from and what they are, counts, decodes, and
 * puts them into the playout buffer. Allocates nothing itself; Netty makes one envelope, one
 * address and one pooled buffer a packet.
 */
final class RtpReceiver extends SimpleChannelInboundHandler<DatagramPacket> {

  private static final int PAYLOAD_TYPES = 128;
  private static final int CLOCK_RATE = 8_000;

  private final LegCounters counters;
  private final LegLog log;
  private final PlayoutBuffer playout;
  private final ReceiverStatistics statistics = new ReceiverStatistics();
  private final SpeechDecoder[] codecs = new SpeechDecoder[PAYLOAD_TYPES];
  private final byte[] payload = new byte[PlayoutBuffer.MAX_PACKET];
  private final short[] samples = new short[PlayoutBuffer.MAX_PACKET];
  private InetSocketAddress remote;
  private boolean playing;

  RtpReceiver(LegCounters counters, LegLog log, PlayoutBuffer playout) {
    this.counters = counters;
    this.log = log;
    this.playout = playout;
  }

  /**
   * Says whose packets to take from now on.
   *
   * @param agreed the codecs by payload type
   */
  void expect(InetSocketAddress peer, Map<Integer, ? extends SpeechDecoder> agreed) {
    remote = peer;
    for (int i = 0; i < PAYLOAD_TYPES; i++) {
      codecs[i] = agreed.get(i);
    }
  }

  /** Says whether what comes is to be played; it is counted either way. */
  void playing(boolean play) {
    if (playing && !play) {
      playout.clear();
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
      counters.countStranger();
      log.stranger(peer, remote);
      return;
    }
    RtpFault fault = RtpHeader.check(packet);
    if (fault != RtpFault.NONE) {
      counters.countMalformed();
      log.malformed(peer, fault.description(), now);
      return;
    }
    SpeechDecoder codec = codecs[RtpHeader.payloadType(packet)];
    if (codec == null) {
      counters.countMalformed();
      log.payloadType(peer, RtpHeader.payloadType(packet));
      return;
    }
    int length = RtpHeader.payloadLength(packet);
    if (length == 0 || length > PlayoutBuffer.MAX_PACKET) {
      counters.countMalformed();
      log.malformed(peer, length == 0 ? "no payload" : "more than 100 ms of voice", now);
      return;
    }
    take(codec, packet, length, now);
  }

  private void take(SpeechDecoder codec, ByteBuf packet, int length, long now) {
    int ssrc = RtpHeader.ssrc(packet);
    int timestamp = RtpHeader.timestamp(packet);
    boolean usable =
        statistics.received(ssrc, RtpHeader.sequenceNumber(packet), timestamp, CLOCK_RATE, now);
    counters.countReceived(statistics, length);
    if (usable && playing) {
      packet.getBytes(packet.readerIndex() + RtpHeader.payloadOffset(packet), payload, 0, length);
      playout.put(ssrc, timestamp, samples, codec.decode(payload, 0, length, samples, 0));
      counters.publish(playout);
    }
  }
}
