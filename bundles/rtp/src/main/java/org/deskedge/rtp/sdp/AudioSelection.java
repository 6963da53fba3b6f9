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

/** Finds out whether a stream of the other side's description can be used, and why not. */
final class AudioSelection {

  /** The feedback of the AVPF profiles (RFC 4585) may be left unused. */
  private static final List<String> PROTOCOLS =
      List.of("RTP/AVP", "RTP/AVPF", "RTP/SAVP", "RTP/SAVPF");

  private final LocalAddresses local;
  private final MediaPolicy policy;
  private final LocalFormats formats;

  AudioSelection(LocalAddresses local, MediaPolicy policy, LocalFormats formats) {
    this.local = local;
    this.policy = policy;
    this.formats = formats;
  }

  /** Returns what is wrong with a stream; empty if it can be used. */
  Optional<String> problem(SessionDescription description, MediaDescription stream) {
    if (!stream.type().equals("audio")) {
      return Optional.of(SdpException.quote(stream.type()) + " is not audio");
    }
    if (stream.port() == 0) {
      return Optional.of("audio is refused (port 0)");
    }
    if (!PROTOCOLS.contains(stream.protocol())) {
      return Optional.of(
          "protocol is %s, known are %s"
              .formatted(SdpException.quote(stream.protocol()), String.join(" ", PROTOCOLS)));
    }
    Optional<InetAddress> address = description.addressOf(stream);
    if (address.isEmpty()) {
      return Optional.of("there is no address (c= line)");
    }
    if (formats.common(stream).isEmpty()) {
      return Optional.of(
          "no common codec: formats are %s, known are %s"
              .formatted(
                  SdpException.quote(String.join(" ", stream.formats())),
                  String.join(
                      " ", policy.codecs().stream().map(LocalCodec::encodingName).toList())));
    }
    return addressProblem(address.get());
  }

  private Optional<String> addressProblem(InetAddress address) {
    String text = address.getHostAddress();
    if (!isOneHost(address)) {
      return Optional.of(text + " is not the address of one host");
    }
    if (!address.isAnyLocalAddress() && local.reaching(address).isEmpty()) {
      String type = SdpAddress.typeOf(local.preferred().getAddress());
      return Optional.of(text + " cannot be reached from an " + type + " address");
    }
    return Optional.empty();
  }

  static boolean isOneHost(InetAddress address) {
    return !address.isMulticastAddress() && !address.getHostAddress().equals("255.255.255.255");
  }
}
