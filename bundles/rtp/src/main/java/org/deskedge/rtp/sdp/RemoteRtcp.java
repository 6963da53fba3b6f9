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
package org.deskedge.rtp.sdp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/** Finds out where the other side receives RTCP. */
final class RemoteRtcp {

  private static final int GREATEST_PORT = 65_535;
  private static final int FIRST_LIKE_RTCP = 64;
  private static final int LAST_LIKE_RTCP = 95;

  private RemoteRtcp() {}

  /** Returns the address written (RFC 3605), else the port above (RFC 3550 section 11). */
  static InetSocketAddress of(InetSocketAddress remote, RtcpAttributes written) {
    int port = written.port().orElse(Math.min(remote.getPort() + 1, GREATEST_PORT));
    String family = SdpAddress.typeOf(remote.getAddress());
    return new InetSocketAddress(
        written
            .address()
            .filter(AudioSelection::isOneHost)
            .filter(address -> SdpAddress.typeOf(address).equals(family))
            .filter(address -> !address.isAnyLocalAddress())
            .orElse(remote.getAddress()),
        port);
  }

  /** Returns whether no payload type looks like RTCP on a shared port (RFC 5761 section 4). */
  static boolean canShare(SendingFormats sending, List<MediaFormat> receiving) {
    return Stream.concat(
            Stream.of(sending.speech()),
            Stream.concat(
                Stream.concat(sending.events().stream(), sending.noise().stream()),
                receiving.stream()))
        .mapToInt(MediaFormat::payloadType)
        .noneMatch(type -> type >= FIRST_LIKE_RTCP && type <= LAST_LIKE_RTCP);
  }
}
