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
package org.deskedge.rtp.srtp;

import java.security.GeneralSecurityException;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;

/**
 * Takes the protection off what comes under one key. A source counts once a packet of it has proved
 * to be from the owner of the key, so that nobody else can use the sources up. For one thread.
 */
final class SrtpReceiver {

  private final SrtpContextFactory factory;
  private final Sources<SrtpCryptoContext> rtp = new Sources<>();
  private final Sources<SrtcpCryptoContext> rtcp = new Sources<>();

  SrtpReceiver(SrtpMasterKey key) {
    this.factory = CipherSetup.factory(key, false);
  }

  SrtpResult rtp(PacketView packet) {
    if (!packet.isRtp()) {
      return SrtpResult.MALFORMED;
    }
    int source = packet.rtpSource();
    SrtpCryptoContext context = rtp.find(source);
    boolean isNew = context == null;
    if (isNew && rtp.isFull()) {
      return SrtpResult.TOO_MANY_SOURCES;
    }
    try {
      if (isNew) {
        context = factory.deriveContext(source, 0);
      }
      SrtpResult result = result(context.reverseTransformPacket(packet, false));
      if (isNew && result == SrtpResult.OK) {
        rtp.add(source, context);
      }
      return result;
    } catch (GeneralSecurityException | RuntimeException e) {
      return SrtpResult.FAILED;
    }
  }

  SrtpResult rtcp(PacketView packet) {
    if (!packet.isRtcp()) {
      return SrtpResult.MALFORMED;
    }
    int source = packet.rtcpSource();
    SrtcpCryptoContext context = rtcp.find(source);
    boolean isNew = context == null;
    if (isNew && rtcp.isFull()) {
      return SrtpResult.TOO_MANY_SOURCES;
    }
    try {
      if (isNew) {
        context = factory.deriveControlContext(source);
      }
      SrtpResult result = result(context.reverseTransformPacket(packet));
      if (isNew && result == SrtpResult.OK) {
        rtcp.add(source, context);
      }
      return result;
    } catch (GeneralSecurityException | RuntimeException e) {
      return SrtpResult.FAILED;
    }
  }

  static SrtpResult result(SrtpErrorStatus status) {
    return switch (status) {
      case OK -> SrtpResult.OK;
      case REPLAY_FAIL, REPLAY_OLD -> SrtpResult.REPLAYED;
      case AUTH_FAIL -> SrtpResult.FORGED;
      case INVALID_PACKET -> SrtpResult.MALFORMED;
      case FAIL -> SrtpResult.FAILED;
    };
  }
}
