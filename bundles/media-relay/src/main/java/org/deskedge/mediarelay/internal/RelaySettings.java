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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deskedge.api.config.Settings;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.rtp.sdp.MediaPolicy;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;

/**
 * The media relay's configuration.
 *
 * @param address told to far ends and bound; empty for the session's own address
 * @param firstPort first RTP port, even, 1024 to 65535
 * @param lastPort last port that may be used, greater than the first
 * @param dscp DiffServ code point of packets sent, 0 to 63
 * @param codecs most wanted first; at least one, none twice
 * @param ptime milliseconds of voice in a packet where the far end has no wish, 10 to 60
 * @param srtp whether the voice of calls is protected
 * @param suites most wanted first; at least one, none twice
 */
record RelaySettings(
    Optional<InetAddress> address,
    int firstPort,
    int lastPort,
    int dscp,
    List<SpeechCodec> codecs,
    int ptime,
    SrtpMode srtp,
    List<SrtpSuite> suites) {

  static final String PID = "org.deskedge.media.relay";

  static final String ADDRESS = "rtp.address";
  static final String ADDRESS_AUTO = "auto";
  static final String PORT_MIN = "rtp.port.min";
  static final int PORT_MIN_DEFAULT = 20_000;
  static final String PORT_MAX = "rtp.port.max";
  static final int PORT_MAX_DEFAULT = 20_999;
  static final String DSCP = "rtp.dscp";
  static final int DSCP_DEFAULT = 46;
  static final String CODECS = "codecs";
  static final String CODECS_DEFAULT = "opus,G722,PCMU,PCMA,G729,iLBC,GSM";
  static final String PTIME = "rtp.ptime";
  static final int PTIME_DEFAULT = 20;
  static final String SRTP = "srtp";
  static final String SUITES = "srtp.suites";
  static final String SUITES_DEFAULT =
      "AEAD_AES_256_GCM,AEAD_AES_128_GCM,AES_256_CM_HMAC_SHA1_80,AES_CM_128_HMAC_SHA1_80,"
          + "AES_256_CM_HMAC_SHA1_32,AES_CM_128_HMAC_SHA1_32";

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
    List<SpeechCodec> codecs =
        list(
            settings,
            CODECS,
            CODECS_DEFAULT,
            SpeechCodecs::named,
            SpeechCodecs.all().stream().map(SpeechCodec::encodingName).toList());
    int ptime =
        settings.integer(PTIME, PTIME_DEFAULT, MediaPolicy.MIN_PTIME, MediaPolicy.MAX_PTIME);
    SrtpMode srtp =
        SrtpMode.named(
                settings.oneOf(
                    SRTP,
                    SrtpMode.BEST_EFFORT.text(),
                    Arrays.stream(SrtpMode.values()).map(SrtpMode::text).toList()))
            .orElseThrow();
    List<SrtpSuite> suites =
        list(
            settings,
            SUITES,
            SUITES_DEFAULT,
            SrtpSuite::named,
            Arrays.stream(SrtpSuite.values()).map(SrtpSuite::name).toList());
    settings.check();
    return new RelaySettings(address, first, last, dscp, codecs, ptime, srtp, suites);
  }

  /** Reads names in their order, separated by commas. */
  private static <T> List<T> list(
      Settings settings,
      String key,
      String fallback,
      Function<String, Optional<T>> named,
      List<String> known) {
    String text = settings.text(key, fallback);
    List<T> found =
        Arrays.stream(text.split(",", -1))
            .map(String::trim)
            .flatMap(name -> named.apply(name).stream())
            .distinct()
            .toList();
    if (found.size() != text.split(",", -1).length) {
      settings.problem(
          key, text, "names of %s, each once, between commas".formatted(String.join(", ", known)));
    }
    return found;
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
