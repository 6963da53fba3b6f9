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
package org.deskedge.onos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onlab.packet.IpPrefix;

/**
 * Overlap of prefixes, in n log n: of two prefixes either one holds the other or they are apart.
 */
final class Prefixes {

  /** A prefix comes right before all that it holds. */
  private static final Comparator<IpPrefix> CONTAINER_FIRST =
      Comparator.comparing(IpPrefix::address).thenComparingInt(IpPrefix::prefixLength);

  private Prefixes() {}

  /** Finds a prefix that lies within another one of the same collection. */
  static Optional<IpPrefix> nested(Collection<IpPrefix> prefixes) {
    IpPrefix container = null;
    for (IpPrefix prefix : sorted(prefixes)) {
      if (container != null && container.contains(prefix)) {
        return Optional.of(prefix);
      }
      container = prefix;
    }
    return Optional.empty();
  }

  /** Tells whether any address lies in both; neither may have nested prefixes. */
  static boolean overlap(Collection<IpPrefix> some, Collection<IpPrefix> others) {
    List<IpPrefix> left = sorted(some);
    List<IpPrefix> right = sorted(others);
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      IpPrefix a = left.get(i);
      IpPrefix b = right.get(j);
      if (a.contains(b) || b.contains(a)) {
        return true;
      }
      if (CONTAINER_FIRST.compare(a, b) < 0) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private static List<IpPrefix> sorted(Collection<IpPrefix> prefixes) {
    List<IpPrefix> sorted = new ArrayList<>(prefixes);
    sorted.sort(CONTAINER_FIRST);
    return sorted;
  }
}
