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
import java.util.Optional;

/**
 * Where this side receives RTP; RTCP comes to the port above. Literal addresses.
 *
 * @param preferred told in offers, until the other side has shown to be of the other family
 * @param otherFamily IPv6 where {@code preferred} is IPv4, and the other way about; empty if this
 *     side has no such address
 */
public record LocalAddresses(InetSocketAddress preferred, Optional<InetSocketAddress> otherFamily) {

  public LocalAddresses {
    if (otherFamily.isPresent() && sameFamily(otherFamily.get(), preferred.getAddress())) {
      throw new IllegalArgumentException("two addresses of one family");
    }
  }

  /** A side with one address. */
  public static LocalAddresses of(InetSocketAddress only) {
    return new LocalAddresses(only, Optional.empty());
  }

  /** Returns the address that can reach another; empty if there is none of its family. */
  Optional<InetSocketAddress> reaching(InetAddress remote) {
    return sameFamily(preferred, remote)
        ? Optional.of(preferred)
        : otherFamily.filter(address -> sameFamily(address, remote));
  }

  private static boolean sameFamily(InetSocketAddress one, InetAddress other) {
    return SdpAddress.typeOf(one.getAddress()).equals(SdpAddress.typeOf(other));
  }
}
