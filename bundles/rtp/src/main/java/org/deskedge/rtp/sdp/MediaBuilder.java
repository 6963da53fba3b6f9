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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the lines of one stream while a description is parsed. */
final class MediaBuilder {

  private static final Pattern MEDIA =
      Pattern.compile("([^ ]+) (\\d{1,5})(?:/\\d{1,5})? ([^ ]+) ([^ ].*)");
  private static final Pattern RTPMAP =
      Pattern.compile("(\\d{1,3}) +([^ /]+)/(\\d{1,7})(?:/(\\d{1,3}))? *");
  private static final Pattern FMTP = Pattern.compile("([^ ]+) +(.*[^ ]) *");
  private static final Pattern MILLIS = Pattern.compile("[1-9]\\d{0,3}");

  private final MediaDescription line;
  private final List<RtpMap> rtpMaps = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final List<CryptoAttribute> crypto = new ArrayList<>();
  private Optional<InetAddress> connection = Optional.empty();
  private OptionalInt ptime = OptionalInt.empty();
  private OptionalInt maxptime = OptionalInt.empty();
  private RtcpAttributes rtcp = RtcpAttributes.NONE;
  private StreamDirection direction;

  private MediaBuilder(MediaDescription line) {
    this.line = line;
    this.direction = line.direction();
  }

  /** Begins with the value of an m= line and the direction the session gives its streams. */
  static MediaBuilder parse(String value, StreamDirection direction) throws SdpException {
    Matcher matcher = MEDIA.matcher(value);
    if (!matcher.matches()) {
      throw new SdpException("not a stream: " + SdpException.quote(value));
    }
    try {
      return new MediaBuilder(
          new MediaDescription(
              matcher.group(1),
              Integer.parseInt(matcher.group(2)),
              matcher.group(3),
              List.of(matcher.group(4).trim().split(" +")),
              Optional.empty(),
              List.of(),
              Map.of(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              RtcpAttributes.NONE,
              List.of(),
              direction));
    } catch (IllegalArgumentException e) {
      throw new SdpException("not a stream: " + SdpException.quote(value));
    }
  }

  void connection(InetAddress address) {
    connection = Optional.of(address);
  }

  void attribute(String attribute) throws SdpException {
    Optional<StreamDirection> written = StreamDirection.ofAttribute(attribute);
    if (written.isPresent()) {
      direction = written.get();
      return;
    }
    int colon = attribute.indexOf(':');
    String value = attribute.substring(colon + 1);
    switch (colon < 0 ? attribute : attribute.substring(0, colon)) {
      case "rtpmap" -> rtpMap(value);
      case "fmtp" -> fmtp(value);
      case "ptime" -> ptime = millis(value, ptime);
      case "maxptime" -> maxptime = millis(value, maxptime);
      case "rtcp-mux" -> rtcp = rtcp.withMux();
      case "rtcp" -> rtcp = rtcp.with(value);
      case "rtcp-xr" -> rtcp = rtcp.withExtended(value);
      case "crypto" -> crypto(value);
      default -> {
        // the many others say nothing that voice needs
      }
    }
  }

  MediaDescription build() {
    return new MediaDescription(
        line.type(),
        line.port(),
        line.protocol(),
        line.formats(),
        connection,
        rtpMaps,
        parameters,
        ptime,
        maxptime,
        rtcp,
        crypto,
        direction);
  }

  private void rtpMap(String value) throws SdpException {
    Matcher matcher = RTPMAP.matcher(value);
    try {
      if (rtpMaps.size() < MediaDescription.MAX_FORMATS && matcher.matches()) {
        int channels = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        rtpMaps.add(
            new RtpMap(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                Integer.parseInt(matcher.group(3)),
                channels));
        return;
      }
    } catch (IllegalArgumentException e) {
      // reported below, like one of another form
    }
    throw new SdpException("not an rtpmap: " + SdpException.quote(value));
  }

  private void fmtp(String value) throws SdpException {
    Matcher matcher = FMTP.matcher(value);
    if (matcher.matches() && SdpText.isLine(value)) {
      if (parameters.size() == MediaDescription.MAX_FORMATS) {
        throw new SdpException(
            "more than " + MediaDescription.MAX_FORMATS + " formats have parameters (fmtp)");
      }
      parameters.putIfAbsent(matcher.group(1), matcher.group(2));
    }
  }

  private void crypto(String value) throws SdpException {
    if (crypto.size() == MediaDescription.MAX_CRYPTO) {
      throw new SdpException("more than " + MediaDescription.MAX_CRYPTO + " keys (crypto)");
    }
    // Never quoted where it is wrong: it may be a key all the same.
    crypto.add(
        CryptoAttribute.parse(value).orElseThrow(() -> new SdpException("not a crypto attribute")));
  }

  /** A wish and no more (RFC 8866 section 6.4): one that is no whole number is let go. */
  private static OptionalInt millis(String value, OptionalInt otherwise) {
    return MILLIS.matcher(value).matches() ? OptionalInt.of(Integer.parseInt(value)) : otherwise;
  }
}
