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
package org.deskedge.rtp.rtcp;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads compound RTCP packets, with the checks of RFC 3550 appendix A.2. Keeps no state; safe for
 * use by any thread on its own buffer.
 */
public final class RtcpDecoder {

  private static final int PADDING_BIT = 0x20;

  /** Upper bits of the packet types, 192 to 223 (RFC 5761 section 4). */
  private static final int TYPES = 6;

  private RtcpDecoder() {}

  /**
   * Returns whether a datagram on a port that carries both is RTCP rather than RTP: its second byte
   * is 192 to 223 (RFC 5761 section 4). It may be malformed all the same.
   */
  public static boolean isRtcp(ByteBuf datagram) {
    return datagram.readableBytes() >= 2
        && datagram.getUnsignedByte(datagram.readerIndex() + 1) >>> 5 == TYPES;
  }

  /**
   * Reads the compound packet in a buffer, from its reader index to its writer index; no index is
   * moved. Packets of kinds not known here are left out, as are unknown blocks and items.
   *
   * <p>It need not begin with a report, as RFC 3550 section 6.1 asks: baresip opens address
   * translators with a lone APP packet, and reduced-size RTCP (RFC 5506) has none.
   *
   * @return the packets in their order; may be empty
   * @throws MalformedRtcpException if it is not a compound packet, or one of its packets is not
   *     what it claims to be; the only thing thrown, whatever the buffer holds
   */
  public static List<RtcpPacket> decode(ByteBuf buffer) throws MalformedRtcpException {
    ByteBuf rest = buffer.slice();
    List<RtcpPacket> packets = new ArrayList<>(4);
    boolean first = true;
    while (first || rest.isReadable()) {
      int length = check(rest, first);
      packet(rest.readSlice(length), packets);
      first = false;
    }
    return List.copyOf(packets);
  }

  /** Checks the header of a packet; returns the packet's length. */
  private static int check(ByteBuf rest, boolean first) throws MalformedRtcpException {
    if (rest.readableBytes() < RtcpTypes.HEADER_LENGTH) {
      throw new MalformedRtcpException("shorter than an RTCP header");
    }
    int at = rest.readerIndex();
    int flags = rest.getUnsignedByte(at);
    int type = rest.getUnsignedByte(at + 1);
    int length = (rest.getUnsignedShort(at + 2) + 1) * RtcpTypes.WORD;
    if (flags >>> 6 != RtcpTypes.VERSION) {
      throw new MalformedRtcpException("not RTCP version 2");
    }
    if (length > rest.readableBytes()) {
      throw new MalformedRtcpException("a packet runs past the end");
    }
    boolean padded = (flags & PADDING_BIT) != 0;
    if (type >>> 5 != TYPES) {
      throw new MalformedRtcpException("not an RTCP packet type");
    }
    if (padded && (first || length < rest.readableBytes())) {
      throw new MalformedRtcpException("padding before the last packet");
    }
    return length;
  }

  private static void packet(ByteBuf packet, List<RtcpPacket> packets)
      throws MalformedRtcpException {
    int flags = packet.readUnsignedByte();
    int type = packet.readUnsignedByte();
    packet.skipBytes(2);
    if ((flags & PADDING_BIT) != 0) {
      cutPadding(packet);
    }
    int count = flags & 0x1f;
    switch (type) {
      case RtcpTypes.SENDER_REPORT -> packets.add(senderReport(packet, count));
      case RtcpTypes.RECEIVER_REPORT -> packets.add(receiverReport(packet, count));
      case RtcpTypes.SOURCE_DESCRIPTION -> packets.add(sourceDescription(packet, count));
      case RtcpTypes.GOODBYE -> packets.add(goodbye(packet, count));
      case RtcpTypes.EXTENDED_REPORT -> packets.add(ExtendedReportDecoder.decode(packet));
      default -> {
        // Section 6.1: packets of unknown types are ignored.
      }
    }
  }

  private static void cutPadding(ByteBuf packet) throws MalformedRtcpException {
    require(packet, 1);
    int padding = packet.getUnsignedByte(packet.writerIndex() - 1);
    if (padding == 0 || padding % RtcpTypes.WORD != 0 || padding > packet.readableBytes()) {
      throw new MalformedRtcpException("padding count does not fit the packet");
    }
    packet.writerIndex(packet.writerIndex() - padding);
  }

  private static SenderReport senderReport(ByteBuf packet, int count)
      throws MalformedRtcpException {
    require(packet, RtcpTypes.WORD + RtcpTypes.SENDER_INFO_LENGTH);
    return new SenderReport(
        packet.readInt(),
        packet.readLong(),
        packet.readInt(),
        packet.readInt(),
        packet.readInt(),
        reports(packet, count));
  }

  private static ReceiverReport receiverReport(ByteBuf packet, int count)
      throws MalformedRtcpException {
    require(packet, RtcpTypes.WORD);
    return new ReceiverReport(packet.readInt(), reports(packet, count));
  }

  /** Reads the reception reports; what follows them are profile-specific extensions. */
  private static List<ReceptionReport> reports(ByteBuf packet, int count)
      throws MalformedRtcpException {
    require(packet, count * ReceptionReport.LENGTH);
    List<ReceptionReport> reports = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      reports.add(
          new ReceptionReport(
              packet.readInt(),
              packet.readUnsignedByte(),
              packet.readMedium(),
              packet.readUnsignedInt(),
              packet.readUnsignedInt(),
              packet.readInt(),
              packet.readInt()));
    }
    return reports;
  }

  private static SourceDescription sourceDescription(ByteBuf packet, int count)
      throws MalformedRtcpException {
    List<SourceDescription.Chunk> chunks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      require(packet, RtcpTypes.WORD);
      chunks.add(new SourceDescription.Chunk(packet.readInt(), items(packet)));
    }
    return new SourceDescription(chunks);
  }

  /** Reads the items of a chunk and the null bytes up to the next word. */
  private static List<SourceDescription.Item> items(ByteBuf packet) throws MalformedRtcpException {
    List<SourceDescription.Item> items = new ArrayList<>(2);
    while (true) {
      require(packet, 1);
      int type = packet.readUnsignedByte();
      if (type == 0) {
        int toNextWord = -packet.readerIndex() & (RtcpTypes.WORD - 1);
        require(packet, toNextWord);
        packet.skipBytes(toNextWord);
        return items;
      }
      String text = text(packet);
      if (type != SourceDescription.PRIV) {
        items.add(new SourceDescription.Item(type, text));
      }
    }
  }

  private static Goodbye goodbye(ByteBuf packet, int count) throws MalformedRtcpException {
    require(packet, count * RtcpTypes.WORD);
    List<Integer> sources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sources.add(packet.readInt());
    }
    return new Goodbye(sources, packet.isReadable() ? Optional.of(text(packet)) : Optional.empty());
  }

  /** Reads a text in front of which a byte gives its length. */
  private static String text(ByteBuf packet) throws MalformedRtcpException {
    require(packet, 1);
    int length = packet.readUnsignedByte();
    require(packet, length);
    String text = packet.readCharSequence(length, StandardCharsets.UTF_8).toString();
    // Bytes that are no UTF-8 become three bytes each, which may be more than a text can have.
    return text.getBytes(StandardCharsets.UTF_8).length > length ? ascii(text) : text;
  }

  private static String ascii(String text) {
    return text.replaceAll("[^\\p{ASCII}]", "?");
  }

  static void require(ByteBuf packet, int bytes) throws MalformedRtcpException {
    if (packet.readableBytes() < bytes) {
      throw new MalformedRtcpException("a packet is shorter than what it says it holds");
    }
  }
}
