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

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.config.Settings;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.jitter.DelayBounds;

/**
 * The media relay's configuration.
 *
 * @param address told to far ends and bound; empty for the session's own address
 * @param firstPort first RTP port, even, 1024 to 65535
 * @param lastPort last port that may be used, greater than the first
 * @param dscp DiffServ code point of packets sent, 0 to 63
 * @param playout how the far end's voice is played
 */
record RelaySettings(
    Optional<InetAddress> address, int firstPort, int lastPort, int dscp, PlayoutSettings playout) {

  static final String PID = "org.deskedge.media.relay";

  static final String ADDRESS = "rtp.address";
  static final String ADDRESS_AUTO = "auto";
  static final String PORT_MIN = "rtp.port.min";
  static final int PORT_MIN_DEFAULT = 20_000;
  static final String PORT_MAX = "rtp.port.max";
  static final int PORT_MAX_DEFAULT = 20_999;
  static final String DSCP = "rtp.dscp";
  static final int DSCP_DEFAULT = 46;
  static final String DELAY_MIN = "jitter.buffer.min";
  static final String DELAY_MAX = "jitter.buffer.max";
  static final String CONCEALMENT = "concealment";

  private static final int LEAST_PORT = 1024;
  private static final int GREATEST_PORT = 65_535;
  private static final int GREATEST_DSCP = 63;

  /**
   * Reads the configuration.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   */
  static RelaySettings from(Map<String, Object> dictionary) {
    Settings settings = new Settings(dictionary, PID);
    Optional<InetAddress> address = address(settings);
    int first = settings.integer(PORT_MIN, PORT_MIN_DEFAULT, LEAST_PORT, GREATEST_PORT);
    int last = settings.integer(PORT_MAX, PORT_MAX_DEFAULT, LEAST_PORT, GREATEST_PORT);
    int dscp = settings.integer(DSCP, DSCP_DEFAULT, 0, GREATEST_DSCP);
    if (first % 2 != 0) {
      // RTP takes the even port, RTCP the odd one above it (RFC 3550 section 11).
      settings.problem(PORT_MIN, Integer.toString(first), "an even number");
    }
    if (last <= first) {
      settings.problem(
          PORT_MAX, Integer.toString(last), "a number greater than " + PORT_MIN + ", " + first);
    }
    PlayoutSettings playout = playout(settings);
    settings.check();
    return new RelaySettings(address, first, last, dscp, playout);
  }

  private static PlayoutSettings playout(Settings settings) {
    DelayBounds fallback = DelayBounds.DEFAULT;
    int min = settings.integer(DELAY_MIN, fallback.minMillis(), 0, DelayBounds.GREATEST_MILLIS);
    int max = settings.integer(DELAY_MAX, fallback.maxMillis(), 0, DelayBounds.GREATEST_MILLIS);
    if (max < min) {
      settings.problem(
          DELAY_MAX, Integer.toString(max), "a number no less than " + DELAY_MIN + ", " + min);
      return PlayoutSettings.DEFAULT;
    }
    String concealment = settings.oneOf(CONCEALMENT, "true", List.of("true", "false"));
    return new PlayoutSettings(new DelayBounds(min, max), Boolean.parseBoolean(concealment));
  }

  private static Optional<InetAddress> address(Settings settings) {
    String text = settings.text(ADDRESS, ADDRESS_AUTO);
    if (text.equals(ADDRESS_AUTO)) {
      return Optional.empty();
    }
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(text);
    if (address == null || address.isAnyLocalAddress() || address.isMulticastAddress()) {
      settings.problem(ADDRESS, text, ADDRESS_AUTO + " or an IP address of this edge");
      return Optional.empty();
    }
    return Optional.of(address);
  }
}
