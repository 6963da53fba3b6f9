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

/** Protects what is sent under one key. For one thread. */
final class SrtpSender {

  private final SrtpContextFactory factory;
  private final Sources<SrtpCryptoContext> rtp = new Sources<>();
  private final Sources<SrtcpCryptoContext> rtcp = new Sources<>();

  SrtpSender(SrtpMasterKey key) {
    this.factory = CipherSetup.factory(key, true);
  }

  SrtpResult rtp(PacketView packet) {
    if (!packet.isRtp() || !packet.hasRoom(SrtpSession.MAX_OVERHEAD)) {
      return SrtpResult.MALFORMED;
    }
    int source = packet.rtpSource();
    SrtpCryptoContext context = rtp.find(source);
    try {
      if (context == null) {
        if (rtp.isFull()) {
          return SrtpResult.TOO_MANY_SOURCES;
        }
        context = factory.deriveContext(source, 0);
        rtp.add(source, context);
      }
      return SrtpReceiver.result(context.transformPacket(packet));
    } catch (GeneralSecurityException | RuntimeException e) {
      return SrtpResult.FAILED;
    }
  }

  SrtpResult rtcp(PacketView packet) {
    if (!packet.isRtcp() || !packet.hasRoom(SrtpSession.MAX_OVERHEAD)) {
      return SrtpResult.MALFORMED;
    }
    int source = packet.rtcpSource();
    SrtcpCryptoContext context = rtcp.find(source);
    try {
      if (context == null) {
        if (rtcp.isFull()) {
          return SrtpResult.TOO_MANY_SOURCES;
        }
        context = factory.deriveControlContext(source);
        rtcp.add(source, context);
      }
      SrtpErrorStatus status = context.transformPacket(packet);
      return SrtpReceiver.result(status);
    } catch (GeneralSecurityException | RuntimeException e) {
      return SrtpResult.FAILED;
    }
  }
}
