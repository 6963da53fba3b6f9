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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the writer of a stream receives RTCP.
 *
 * @param mux whether it can take it on the port of RTP ({@code rtcp-mux}, RFC 5761)
 * @param port of {@code rtcp:} (RFC 3605), 1 to 65535; empty for the one above RTP's
 * @param address of {@code rtcp:}; empty for that of RTP; only with a port
 * @param voipMetrics whether it wants extended reports with the VoIP metrics of what it sends
 *     ({@code rtcp-xr}, RFC 3611 section 5)
 */
public record RtcpAttributes(
    boolean mux, OptionalInt port, Optional<InetAddress> address, boolean voipMetrics) {

  /** Of a stream that says nothing. */
  public static final RtcpAttributes NONE =
      new RtcpAttributes(false, OptionalInt.empty(), Optional.empty(), false);

  /** The block of RFC 3611 section 4.7 as section 5.1 names it. */
  static final String VOIP_METRICS = "voip-metrics";

  private static final Pattern RTCP = Pattern.compile("(\\d{1,5})(?: (IN IP[46] [^ ]+))? *");

  public RtcpAttributes {
    int number = port.orElse(1);
    if (number < 1 || number > 65535 || (address.isPresent() && port.isEmpty())) {
      throw new IllegalArgumentException("no RTCP attributes");
    }
  }

  RtcpAttributes withMux() {
    return new RtcpAttributes(true, port, address, voipMetrics);
  }

  RtcpAttributes withVoipMetrics() {
    return new RtcpAttributes(mux, port, address, true);
  }

  /** Takes the value of an rtcp-xr attribute: the names of the blocks wanted. */
  RtcpAttributes withExtended(String blocks) {
    return List.of(blocks.strip().split(" +")).contains(VOIP_METRICS) ? withVoipMetrics() : this;
  }

  /** Takes the value of an rtcp attribute; one that cannot be read is let go, as if not there. */
  RtcpAttributes with(String value) {
    Matcher matcher = RTCP.matcher(value);
    if (!matcher.matches()) {
      return this;
    }
    try {
      Optional<InetAddress> written =
          matcher.group(2) == null
              ? Optional.empty()
              : Optional.of(SdpAddress.parse(matcher.group(2)));
      return new RtcpAttributes(
          mux, OptionalInt.of(Integer.parseInt(matcher.group(1))), written, voipMetrics);
    } catch (SdpException | IllegalArgumentException e) {
      return this;
    }
  }
}
