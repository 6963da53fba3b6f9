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
import java.util.Optional;
import java.util.SplittableRandom;
import org.deskedge.mediarelay.internal.capture.PacketSink;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.SequenceNumbers;
import org.deskedge.rtp.event.EventPayload;
import org.deskedge.rtp.event.EventSender;
import org.deskedge.rtp.rtcp.LocalStream;
import org.deskedge.rtp.sdp.MediaFormat;

/**
 * The RTP stream to the far end: numbers, protects and sends each packet, and sends telephone
 * events in place of the voice of the same moment (RFC 4733). Sequence numbers and timestamps go on
 * through the whole call; only another clock rate begins another source (RFC 7160 section 4.1 tells
 * why). A packet costs one pooled buffer and one envelope. For the event loop's thread.
 */
final class RtpSender implements PacketSink {

  private static final int NO_EVENTS = -1;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final SourceGate farEnd;
  private final PacketGuard guard;
  private final LegCounters counters;
  private final SplittableRandom random;
  private Channel channel;
  private int clockRate;
  private int ssrc;
  private int sequenceNumber;
  private int timestamp;
  private long packets;
  private long octets;
  private EventSender events;
  private int eventClockRate;
  private int eventTimestamp;
  private int eventPayloadType = NO_EVENTS;
  private long eventsBegun;

  /**
   * Prepares a stream.
   *
   * @param farEnd knows where to send
   * @param random where source, sequence and timestamps begin (RFC 3550 section 5.1)
   */
  RtpSender(SourceGate farEnd, PacketGuard guard, LegCounters counters, SplittableRandom random) {
    this.farEnd = farEnd;
    this.guard = guard;
    this.counters = counters;
    this.random = random;
  }

  /**
   * Says what to send from, and what the stream's timestamps count; to be called before the first
   * packet.
   *
   * @param agreedEvents telephone events; empty if the far end takes none
   */
  void target(Channel from, int agreedClockRate, Optional<MediaFormat> agreedEvents) {
    channel = from;
    if (agreedClockRate != clockRate) {
      clockRate = agreedClockRate;
      ssrc = random.nextInt();
      sequenceNumber = random.nextInt(SequenceNumbers.MODULUS);
      timestamp = random.nextInt();
      packets = 0;
      octets = 0;
    }
    int rate = agreedEvents.map(MediaFormat::clockRate).orElse(agreedClockRate);
    if (rate != eventClockRate) {
      events = new EventSender(rate);
      eventClockRate = rate;
      eventsBegun = 0;
    }
    eventPayloadType = agreedEvents.map(MediaFormat::payloadType).orElse(NO_EVENTS);
    if (eventPayloadType == NO_EVENTS) {
      events.clear();
    }
  }

  /** Leaves out a time in which nothing was sent: timestamps follow the clock (section 5.1). */
  void pause(long nanos) {
    timestamp += (int) (nanos / (NANOS_PER_SECOND / clockRate));
  }

  /** Returns whether the far end takes telephone events. */
  boolean takesEvents() {
    return eventPayloadType != NO_EVENTS;
  }

  /**
   * Sends a telephone event as soon as those before it are over; to be called only where the far
   * end takes them.
   *
   * @param event 0 to 255 (RFC 4733 section 3.2)
   * @return false if too many wait
   */
  boolean event(int event, int durationMillis) {
    return events.offer(event, durationMillis);
  }

  /** Forgets events that were not sent yet. */
  void clearEvents() {
    if (events != null) {
      events.clear();
    }
  }

  /** Returns the stream's synchronization source. */
  int ssrc() {
    return ssrc;
  }

  /** Returns the units of its timestamps per second. */
  int clockRate() {
    return clockRate;
  }

  /** Returns what was sent of it, for a report. */
  LocalStream stream() {
    return new LocalStream(packets, octets, timestamp);
  }

  @Override
  public void send(boolean marker, int payloadType, int units, byte[] payload, int length) {
    if (!sendEvent(units)) {
      ByteBuf packet = packet(marker, payloadType, timestamp);
      packet.writeBytes(payload, 0, length);
      write(packet, length);
    }
    advance(units);
  }

  @Override
  public void skip(int units) {
    sendEvent(units);
    advance(units);
  }

  private boolean sendEvent(int units) {
    if (!events.next(eventTimestamp, eventUnits(units))) {
      return false;
    }
    ByteBuf packet = packet(events.marker(), eventPayloadType, beginOfEvent());
    events.write(packet);
    write(packet, EventPayload.LENGTH);
    if (events.sent() != eventsBegun) {
      eventsBegun = events.sent();
      counters.countEventSent();
    }
    return true;
  }

  private ByteBuf packet(boolean marker, int payloadType, int packetTimestamp) {
    ByteBuf packet = channel.alloc().directBuffer(PacketGuard.MAX_PACKET);
    RtpWriter.writeHeader(packet, marker, payloadType, sequenceNumber, packetTimestamp, ssrc);
    return packet;
  }

  private void advance(int units) {
    timestamp += units;
    eventTimestamp += eventUnits(units);
  }

  private int eventUnits(int units) {
    return (int) ((long) units * eventClockRate / clockRate);
  }

  /**
   * Returns when the event, or its segment, began, in the units of the voice: where a far end takes
   * events at another clock rate only, the one stream still keeps one clock, and the duration alone
   * counts in the units of the events.
   */
  private int beginOfEvent() {
    long ago = (long) (eventTimestamp - events.timestamp()) * clockRate / eventClockRate;
    return timestamp - (int) ago;
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void write(ByteBuf packet, int payloadBytes) {
    sequenceNumber = SequenceNumbers.next(sequenceNumber);
    if (!guard.protect(packet)) {
      packet.release();
      return;
    }
    packets++;
    octets += payloadBytes;
    counters.countSent(payloadBytes);
    // The void promise saves an object a packet; what fails comes to the pipeline's last handler.
    channel.writeAndFlush(new DatagramPacket(packet, farEnd.remote()), channel.voidPromise());
  }
}
