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

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.deskedge.api.config.Settings;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.jitter.DelayBounds;
import org.deskedge.rtp.rtcp.RtcpInterval;
import org.deskedge.rtp.sdp.MediaPolicy;

/**
 * The media relay's configuration.
 *
 * @param addresses told to far ends and bound, the first in offers: one, or one of each family;
 *     empty for the session's own address
 * @param firstPort first RTP port, even, 1024 to 65535
 * @param lastPort last port that may be used, greater than the first
 * @param dscp DiffServ code point of packets sent, 0 to 63
 * @param symmetric whether another address than the told one may be taken for the far end's, once
 * @param rtcp how often to report
 * @param comfortNoise whether comfort noise is sent in the user's silences
 * @param media what to offer and to answer
 * @param playout how the far end's voice is played
 */
record RelaySettings(
    List<InetAddress> addresses,
    int firstPort,
    int lastPort,
    int dscp,
    boolean symmetric,
    RtcpInterval rtcp,
    boolean comfortNoise,
    MediaPolicy media,
    PlayoutSettings playout) {

  static final String PID = "org.deskedge.media.relay";

  static final String PORT_MIN = "rtp.port.min";
  static final int PORT_MIN_DEFAULT = 20_000;
  static final String PORT_MAX = "rtp.port.max";
  static final int PORT_MAX_DEFAULT = 20_999;
  static final String DSCP = "rtp.dscp";
  static final int DSCP_DEFAULT = 46;
  static final String SYMMETRIC = "rtp.symmetric";
  static final String SYMMETRIC_OFF = "off";
  static final String SYMMETRIC_ONCE = "once";
  static final String RTCP_INTERVAL = "rtcp.interval";
  static final int RTCP_INTERVAL_DEFAULT = (int) RtcpInterval.RFC_MINIMUM.toMillis();
  static final String COMFORT_NOISE = "comfort.noise";
  static final String DELAY_MIN = "jitter.buffer.min";
  static final String DELAY_MAX = "jitter.buffer.max";
  static final String CONCEALMENT = "concealment";

  private static final int LEAST_PORT = 1024;
  private static final int GREATEST_PORT = 65_535;
  private static final int GREATEST_DSCP = 63;
  private static final int LEAST_RTCP_INTERVAL = 500;
  private static final int GREATEST_RTCP_INTERVAL = 60_000;

  /** What a call of G.711 takes up, headers included: the base of RTCP's share. */
  private static final double SESSION_BITS_PER_SECOND = 80_000;

  /**
   * Reads the configuration.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   */
  static RelaySettings from(Map<String, Object> dictionary) {
    Settings settings = new Settings(dictionary, PID);
    List<InetAddress> addresses = AddressSettings.read(settings);
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
    String symmetric =
        settings.oneOf(SYMMETRIC, SYMMETRIC_OFF, List.of(SYMMETRIC_OFF, SYMMETRIC_ONCE));
    int interval =
        settings.integer(
            RTCP_INTERVAL, RTCP_INTERVAL_DEFAULT, LEAST_RTCP_INTERVAL, GREATEST_RTCP_INTERVAL);
    boolean noise = flag(settings, COMFORT_NOISE, false);
    MediaPolicy media = MediaSettings.read(settings);
    PlayoutSettings playout = playout(settings);
    settings.check();
    return new RelaySettings(
        addresses,
        first,
        last,
        dscp,
        symmetric.equals(SYMMETRIC_ONCE),
        new RtcpInterval(
            Duration.ofMillis(interval), RtcpInterval.of(SESSION_BITS_PER_SECOND).bytesPerSecond()),
        noise,
        media,
        playout);
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
    return new PlayoutSettings(new DelayBounds(min, max), flag(settings, CONCEALMENT, true));
  }

  private static boolean flag(Settings settings, String key, boolean fallback) {
    return Boolean.parseBoolean(
        settings.oneOf(key, Boolean.toString(fallback), List.of("true", "false")));
  }
}
