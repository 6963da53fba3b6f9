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
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Finds out whether a stream of the other side's description can be used, and why not. */
final class AudioSelection {

  private static final String PROTOCOL = "RTP/AVP";

  private final InetSocketAddress local;
  private final List<RtpMap> codecs;

  AudioSelection(InetSocketAddress local, List<RtpMap> codecs) {
    this.local = local;
    this.codecs = List.copyOf(codecs);
  }

  /** Returns what is wrong with a stream; empty if it can be used. */
  Optional<String> problem(SessionDescription description, MediaDescription stream) {
    if (!stream.type().equals("audio")) {
      return Optional.of(SdpException.quote(stream.type()) + " is not audio");
    }
    if (stream.port() == 0) {
      return Optional.of("audio is refused (port 0)");
    }
    if (!stream.protocol().equals(PROTOCOL)) {
      return Optional.of(
          "protocol is " + SdpException.quote(stream.protocol()) + ", not " + PROTOCOL);
    }
    Optional<InetAddress> address = description.addressOf(stream);
    if (address.isEmpty()) {
      return Optional.of("there is no address (c= line)");
    }
    if (common(stream).isEmpty()) {
      return Optional.of(
          "no common codec: formats are %s, known are %s"
              .formatted(
                  SdpException.quote(String.join(" ", stream.formats())),
                  String.join(" ", codecs.stream().map(RtpMap::encodingName).toList())));
    }
    return addressProblem(address.get());
  }

  /** Returns the codecs both sides have, in the order and with the payload types of the stream. */
  List<RtpMap> common(MediaDescription stream) {
    return stream.formats().stream()
        .flatMap(format -> stream.meaning(format).stream())
        .filter(map -> codecs.stream().anyMatch(map::sameCodec))
        .toList();
  }

  private Optional<String> addressProblem(InetAddress address) {
    String text = address.getHostAddress();
    if (address.isMulticastAddress() || text.equals("255.255.255.255")) {
      return Optional.of(text + " is not the address of one host");
    }
    String localType = SdpAddress.typeOf(local.getAddress());
    if (!SdpAddress.typeOf(address).equals(localType)) {
      return Optional.of(text + " cannot be reached from an " + localType + " address");
    }
    return Optional.empty();
  }
}
