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
package org.deskedge.agent.internal.dtmf;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.deskedge.agent.internal.sdp.EventFormat;
import org.deskedge.agent.internal.sdp.ParkedPorts;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.SequenceNumbers;
import org.deskedge.rtp.event.EventListener;
import org.deskedge.rtp.event.EventReceiver;
import org.deskedge.rtp.event.EventSender;

/**
 * The RTP of one parked softphone, on loopback: of what it sends, only telephone events are read
 * and its voice is dropped; what it is sent is telephone events and nothing else. To be used on the
 * agent's thread, which is the event loop's.
 */
final class EventStream implements AutoCloseable {

  /** Time between two packets of an event, in milliseconds. */
  static final int PACKET_MILLIS = 20;

  private final EventLoop loop;
  private final EventListener listener;
  private final ParkedPorts ports;
  private final NioDatagramChannel channel;
  private final int ssrc = ThreadLocalRandom.current().nextInt();
  private final int firstTimestamp = ThreadLocalRandom.current().nextInt();
  private final long began = System.nanoTime();
  private int sequenceNumber = ThreadLocalRandom.current().nextInt(SequenceNumbers.MODULUS);
  private long frames;
  private InetSocketAddress softphone;
  private int receiving;
  private EventFormat sending;
  private EventReceiver receiver;
  private EventSender sender;
  private Future<?> ticks;

  /** Takes the ports over; {@link #close()} closes them. */
  EventStream(EventLoop loop, ParkedPorts ports, EventListener listener) {
    this.loop = loop;
    this.ports = ports;
    this.listener = listener;
    this.channel = new NioDatagramChannel(ports.rtp());
    new Bootstrap().group(loop).channelFactory(() -> channel).handler(new Inbound()).register();
  }

  int port() {
    return ports.port();
  }

  /**
   * Says whose packets to read, and how events are written both ways.
   *
   * @param peer where the softphone has its RTP
   * @param from events of the softphone
   * @param to events to the softphone; empty if it takes none
   */
  void agree(InetSocketAddress peer, EventFormat from, Optional<EventFormat> to) {
    softphone = peer;
    receiving = from.payloadType();
    if (receiver == null || receiver.clockRate() != from.clockRate()) {
      if (receiver != null) {
        receiver.stop();
      }
      receiver = new EventReceiver(from.clockRate(), listener);
    }
    if (to.isEmpty()) {
      sender = null;
    } else if (sender == null || !to.get().equals(sending)) {
      sender = new EventSender(to.get().clockRate());
    }
    sending = to.orElse(null);
  }

  /**
   * Sends a digit after those that wait; returns false if the softphone takes none, or too many.
   */
  boolean play(Digit digit) {
    if (sender == null || !sender.offer(digit.event(), digit.durationMillis())) {
      return false;
    }
    tickOn();
    return true;
  }

  private void tickOn() {
    if (ticks == null) {
      frames =
          Math.max(
              frames, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / PACKET_MILLIS);
      ticks = loop.scheduleAtFixedRate(this::tick, 0, PACKET_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    receiver.elapsed(System.nanoTime());
    if (sender != null) {
      send();
    }
    boolean idle = !receiver.isOn() && (sender == null || !sender.isBusy());
    if (idle) {
      ticks.cancel(false);
      ticks = null;
    }
  }

  private void send() {
    int frame = sending.clockRate() * PACKET_MILLIS / 1000;
    int timestamp = firstTimestamp + (int) (frames * frame);
    frames++;
    if (!sender.next(timestamp, frame)) {
      return;
    }
    ByteBuf packet = channel.alloc().buffer(RtpHeader.FIXED_LENGTH + 4);
    RtpWriter.writeHeader(
        packet, sender.marker(), sending.payloadType(), sequenceNumber, sender.timestamp(), ssrc);
    sender.write(packet);
    sequenceNumber = SequenceNumbers.next(sequenceNumber);
    channel.writeAndFlush(new DatagramPacket(packet, softphone), channel.voidPromise());
  }

  private void received(DatagramPacket datagram) {
    ByteBuf packet = datagram.content();
    if (softphone == null
        || datagram.sender().getPort() != softphone.getPort()
        || RtpHeader.check(packet) != RtpFault.NONE
        || RtpHeader.payloadType(packet) != receiving) {
      return;
    }
    receiver.received(packet, System.nanoTime());
    if (receiver.isOn()) {
      tickOn();
    }
  }

  @Override
  public void close() {
    if (ticks != null) {
      ticks.cancel(false);
    }
    channel.close();
    ports.close();
  }

  /** Takes packets from the socket; what goes wrong with one is that packet's fate only. */
  private final class Inbound extends SimpleChannelInboundHandler<DatagramPacket> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      received(packet);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // such as a port nobody listens on: the softphone's call ends or its next packet comes
    }
  }
}
