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

import java.util.Map;

/** Writes session descriptions as {@link SdpParser} reads them, lines ended by CR LF. */
public final class SdpWriter {

  private SdpWriter() {}

  /** Returns the description as text. */
  public static String write(SessionDescription description) {
    StringBuilder out = new StringBuilder(256);
    Origin origin = description.origin();
    line(out, 'v', "0");
    line(
        out,
        'o',
        String.join(
            " ",
            origin.username(),
            origin.sessionId(),
            origin.version(),
            "IN",
            origin.addressType(),
            origin.address()));
    line(out, 's', description.name());
    description.connection().ifPresent(address -> line(out, 'c', SdpAddress.write(address)));
    line(out, 't', "0 0");
    description.media().forEach(media -> write(out, media));
    return out.toString();
  }

  private static void write(StringBuilder out, MediaDescription media) {
    line(
        out,
        'm',
        String.join(
            " ",
            media.type(),
            Integer.toString(media.port()),
            media.protocol(),
            String.join(" ", media.formats())));
    media.connection().ifPresent(address -> line(out, 'c', SdpAddress.write(address)));
    for (RtpMap map : media.rtpMaps()) {
      String channels = map.channels() == 1 ? "" : "/" + map.channels();
      line(
          out,
          'a',
          "rtpmap:%d %s/%d%s"
              .formatted(map.payloadType(), map.encodingName(), map.clockRate(), channels));
    }
    // Sorted, so that the same description is always the same text.
    media.parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(format -> line(out, 'a', "fmtp:" + format.getKey() + " " + format.getValue()));
    media.ptime().ifPresent(millis -> line(out, 'a', "ptime:" + millis));
    media.maxptime().ifPresent(millis -> line(out, 'a', "maxptime:" + millis));
    write(out, media.rtcp());
    media.crypto().stream()
        .filter(crypto -> crypto.key().isPresent())
        .forEach(crypto -> line(out, 'a', "crypto:" + crypto.write()));
    line(out, 'a', media.direction().attribute());
  }

  private static void write(StringBuilder out, RtcpAttributes rtcp) {
    rtcp.port()
        .ifPresent(
            port ->
                line(
                    out,
                    'a',
                    "rtcp:"
                        + port
                        + rtcp.address().map(a -> " " + SdpAddress.write(a)).orElse("")));
    if (rtcp.mux()) {
      line(out, 'a', "rtcp-mux");
    }
    if (rtcp.voipMetrics()) {
      line(out, 'a', "rtcp-xr:rcvr-rtt=all " + RtcpAttributes.VOIP_METRICS);
    }
  }

  private static void line(StringBuilder out, char type, String value) {
    out.append(type).append('=').append(value).append("\r\n");
  }
}
