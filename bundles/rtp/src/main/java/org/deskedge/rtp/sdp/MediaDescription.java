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

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One stream of a session description: an m= line and what belongs to it (RFC 8866 section 5.14).
 *
 * @param type such as {@code audio}
 * @param port UDP port of RTP; 0 means the stream is refused (RFC 3264 section 6)
 * @param protocol such as {@code RTP/AVP}
 * @param formats payload types as text, most wanted first; 1 to {@link #MAX_FORMATS}
 * @param connection where to send it; empty where the session's own applies
 * @param rtpMaps meaning of payload types, as far as it was written
 * @param parameters of formats, as their fmtp attributes have them
 * @param ptime packet length wanted, in milliseconds; empty where not told
 * @param maxptime longest packet taken, in milliseconds; empty where not told
 * @param rtcp where RTCP is received
 * @param crypto keys, most wanted first; at most {@link #MAX_CRYPTO}
 * @param direction seen from the writer
 */
public record MediaDescription(
    String type,
    int port,
    String protocol,
    List<String> formats,
    Optional<InetAddress> connection,
    List<RtpMap> rtpMaps,
    Map<String, String> parameters,
    OptionalInt ptime,
    OptionalInt maxptime,
    RtcpAttributes rtcp,
    List<CryptoAttribute> crypto,
    StreamDirection direction) {

  /** Most formats an m= line may list; there are 128 payload types. */
  public static final int MAX_FORMATS = 128;

  /** Most keys taken of a stream. */
  public static final int MAX_CRYPTO = 32;

  private static final String SECURE = "RTP/SAVP";

  public MediaDescription {
    formats = List.copyOf(formats);
    rtpMaps = List.copyOf(rtpMaps);
    parameters = Map.copyOf(parameters);
    crypto = List.copyOf(crypto);
    if (!SdpText.isToken(type)
        || port < 0
        || port > 65535
        || !SdpText.isWord(protocol)
        || formats.isEmpty()
        || formats.size() > MAX_FORMATS
        || !formats.stream().allMatch(SdpText::isWord)
        || parameters.size() > MAX_FORMATS
        || crypto.size() > MAX_CRYPTO
        || ptime.orElse(1) < 1
        || maxptime.orElse(1) < 1) {
      throw new IllegalArgumentException("no media description");
    }
  }

  /** Returns the same stream, refused: port 0 and no attributes. */
  public MediaDescription refused() {
    return new MediaDescription(
        type,
        0,
        protocol,
        formats,
        Optional.empty(),
        List.of(),
        Map.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        RtcpAttributes.NONE,
        List.of(),
        StreamDirection.INACTIVE);
  }

  /** Returns whether the profile demands protected RTP (RFC 3711 section 12, RFC 5124). */
  boolean isSecure() {
    return protocol.startsWith(SECURE);
  }

  /**
   * Returns what the formats mean, in their order: as written, else as RFC 3551 assigns it. Those
   * that mean nothing are left out.
   */
  List<MediaFormat> meanings() {
    return formats.stream().flatMap(format -> meaning(format).stream()).toList();
  }

  private Optional<MediaFormat> meaning(String format) {
    if (!format.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int payloadType = Integer.parseInt(format);
    return rtpMaps.stream()
        .filter(map -> map.payloadType() == payloadType)
        .findFirst()
        .or(() -> RtpMap.statically(payloadType))
        .map(map -> new MediaFormat(map, Optional.ofNullable(parameters.get(format))));
  }
}
