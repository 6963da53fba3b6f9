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
package org.deskedge.onos.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.deskedge.onos.RedirectPolicy;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;

/** Cuts the clients of a policy into buckets. */
final class Buckets {

  /**
   * Bits by which a prefix is split for a group: 16 buckets spread a subnet over a handful of edges
   * evenly enough, and each costs a flow rule a desktop prefix on every switch.
   */
  static final int SPLIT_BITS = 4;

  private Buckets() {}

  /** A list of edges takes whole prefixes; a group shares each prefix out by parts. */
  static List<Bucket> of(RedirectPolicy policy) {
    List<Bucket> buckets = new ArrayList<>();
    for (IpPrefix prefix : policy.clients()) {
      if (policy.target().group().isPresent()) {
        split(prefix, buckets);
      } else {
        buckets.add(Bucket.of(prefix));
      }
    }
    policy.clientPorts().forEach(port -> buckets.add(Bucket.of(port)));
    return buckets;
  }

  private static void split(IpPrefix prefix, List<Bucket> buckets) {
    int width = prefix.isIp4() ? IpAddress.INET_BIT_LENGTH : IpAddress.INET6_BIT_LENGTH;
    int bits = Math.min(SPLIT_BITS, width - prefix.prefixLength());
    for (int part = 0; part < 1 << bits; part++) {
      byte[] address = prefix.address().toOctets();
      for (int bit = 0; bit < bits; bit++) {
        if ((part >> (bits - 1 - bit) & 1) != 0) {
          int position = prefix.prefixLength() + bit;
          address[position / 8] |= (byte) (0x80 >> position % 8);
        }
      }
      buckets.add(
          Bucket.of(IpPrefix.valueOf(prefix.version(), address, prefix.prefixLength() + bits)));
    }
  }
}
