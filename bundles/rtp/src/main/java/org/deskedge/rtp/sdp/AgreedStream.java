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
import java.util.Optional;
import org.deskedge.rtp.srtp.SrtpKeys;

/**
 * What an offer and its answer come to: one stream of voice.
 *
 * @param local where this side receives RTP, in the address family of {@code remote}
 * @param remote where to send RTP, and where it comes from
 * @param remoteRtcp where to send RTCP: {@code remote} itself with {@code rtcpMux}
 * @param rtcpMux whether RTP and RTCP share one port (RFC 5761)
 * @param sending what to send
 * @param receiving every format that may come, speech first, under the payload types this side gave
 *     them
 * @param ptime milliseconds of voice in each packet to send: whole frames of the codec
 * @param direction seen from this side
 * @param srtp the keys of a protected stream; empty for plain RTP
 * @param voipMetrics whether the other side wants extended reports (RFC 3611)
 */
public record AgreedStream(
    InetSocketAddress local,
    InetSocketAddress remote,
    InetSocketAddress remoteRtcp,
    boolean rtcpMux,
    SendingFormats sending,
    List<MediaFormat> receiving,
    int ptime,
    StreamDirection direction,
    Optional<SrtpKeys> srtp,
    boolean voipMetrics) {

  public AgreedStream {
    receiving = List.copyOf(receiving);
  }
}
