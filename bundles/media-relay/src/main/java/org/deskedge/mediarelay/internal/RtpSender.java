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
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import org.deskedge.audio.SpeechEncoder;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.SequenceNumbers;

/**
 * Encodes frames and sends each as one RTP packet. Source, sequence and timestamps go on through
 * the whole call, whatever is agreed anew. A packet costs one pooled buffer and one envelope. For
 * the event loop's thread.
 */
final class RtpSender implements FrameSink {

  private static final int PACKET = RtpHeader.FIXED_LENGTH + PlayoutBuffer.FRAME;

  private final Channel channel;
  private final LegCounters counters;
  private final byte[] payload = new byte[PlayoutBuffer.FRAME];
  private final int ssrc;
  private int sequenceNumber;
  private int timestamp;
  private InetSocketAddress remote;
  private SpeechEncoder codec;
  private int payloadType;

  /**
   * Prepares a stream.
   *
   * @param random where source, sequence and timestamps begin (RFC 3550 section 5.1)
   */
  RtpSender(Channel channel, LegCounters counters, SplittableRandom random) {
    this.channel = channel;
    this.counters = counters;
    this.ssrc = random.nextInt();
    this.sequenceNumber = random.nextInt(SequenceNumbers.MODULUS);
    this.timestamp = random.nextInt();
  }

  /** Says where to send from now on, and how; to be called before the first frame. */
  void target(InetSocketAddress peer, SpeechEncoder agreed, int agreedPayloadType) {
    remote = peer;
    codec = agreed;
    payloadType = agreedPayloadType;
  }

  /** Leaves out a time in which nothing was sent: timestamps follow the clock (section 5.1). */
  void pause(long nanos) {
    timestamp += (int) (nanos / FrameClock.FRAME_NANOS) * PlayoutBuffer.FRAME;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void send(short[] samples, boolean talkspurt) {
    int length = codec.encode(samples, 0, PlayoutBuffer.FRAME, payload, 0);
    ByteBuf packet = channel.alloc().directBuffer(PACKET);
    RtpWriter.writeHeader(packet, talkspurt, payloadType, sequenceNumber, timestamp, ssrc);
    packet.writeBytes(payload, 0, length);
    sequenceNumber = SequenceNumbers.next(sequenceNumber);
    timestamp += PlayoutBuffer.FRAME;
    counters.countSent(length);
    // The void promise saves an object a packet; what fails comes to the pipeline's last handler.
    channel.writeAndFlush(new DatagramPacket(packet, remote), channel.voidPromise());
  }
}
