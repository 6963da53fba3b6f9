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
import java.util.Optional;
import org.deskedge.rtp.srtp.SrtpKeys;
import org.deskedge.rtp.srtp.SrtpResult;
import org.deskedge.rtp.srtp.SrtpSession;

/**
 * Protects and unprotects the packets of one leg as was agreed: with SRTP, or not at all. Works in
 * place and allocates nothing per packet. For one thread.
 */
final class PacketGuard {

  /** Longest packet sent or taken, in bytes. */
  static final int MAX_PACKET = 2048;

  private final byte[] work = new byte[MAX_PACKET + SrtpSession.MAX_OVERHEAD];
  private SrtpSession session;

  /** Says how packets are protected from now on; a key that stays goes on where it was. */
  void agree(Optional<SrtpKeys> keys) {
    if (keys.isEmpty()) {
      session = null;
    } else if (session == null) {
      session = new SrtpSession(keys.get());
    } else {
      session.rekey(keys.get());
    }
  }

  /**
   * Protects an RTP packet.
   *
   * @param packet with room for {@link SrtpSession#MAX_OVERHEAD} bytes more
   * @return false if it must not be sent
   */
  boolean protect(ByteBuf packet) {
    return session == null
        || replace(packet, session.protectRtp(work, 0, load(packet)) == SrtpResult.OK);
  }

  /** Protects a compound RTCP packet, as {@link #protect} does an RTP packet. */
  boolean protectControl(ByteBuf packet) {
    return session == null
        || replace(packet, session.protectRtcp(work, 0, load(packet)) == SrtpResult.OK);
  }

  /**
   * Takes the protection off an RTP packet.
   *
   * @return false if it is not the far end's, or came before
   */
  boolean unprotect(ByteBuf packet) {
    return session == null
        || (fits(packet)
            && replace(packet, session.unprotectRtp(work, 0, load(packet)) == SrtpResult.OK));
  }

  /** Takes the protection off a compound RTCP packet, as {@link #unprotect} off RTP. */
  boolean unprotectControl(ByteBuf packet) {
    return session == null
        || (fits(packet)
            && replace(packet, session.unprotectRtcp(work, 0, load(packet)) == SrtpResult.OK));
  }

  private static boolean fits(ByteBuf packet) {
    return packet.readableBytes() <= MAX_PACKET;
  }

  private int load(ByteBuf packet) {
    int length = packet.readableBytes();
    packet.getBytes(packet.readerIndex(), work, 0, length);
    return length;
  }

  private boolean replace(ByteBuf packet, boolean done) {
    if (done) {
      packet.writerIndex(packet.readerIndex());
      packet.writeBytes(work, 0, session.length());
    }
    return done;
  }
}
