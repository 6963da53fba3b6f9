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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deskedge.onos.EdgeId;
import org.onlab.packet.IpPrefix;

class RendezvousTest {

  private static final int BUCKETS = 1024;

  @Property(tries = 20)
  void losingAnEdgeMovesItsOwnBucketsOnlyAndTheyAreAboutOneNth(
      @ForAll @IntRange(min = 2, max = 12) int edges,
      @ForAll @IntRange(min = 0, max = 200) int site,
      @ForAll @IntRange(max = 11) int lost) {
    List<EdgeId> before = edges(edges, site);
    EdgeId gone = before.get(lost % edges);
    List<EdgeId> after = new ArrayList<>(before);
    after.remove(gone);
    int moved = 0;
    for (Bucket bucket : buckets(site)) {
      Optional<EdgeId> was = Rendezvous.choose(bucket, before);
      Optional<EdgeId> is = Rendezvous.choose(bucket, after);
      if (was.equals(Optional.of(gone))) {
        moved++;
        assertThat(is).isPresent().isNotEqualTo(was);
      } else {
        assertThat(is).isEqualTo(was);
      }
    }
    // Five standard deviations of a binomial of n = 1024, p = 1/edges.
    double share = 1.0 / edges;
    double tolerance = 5 * Math.sqrt(BUCKETS * share * (1 - share));
    assertThat((double) moved).isBetween(BUCKETS * share - tolerance, BUCKETS * share + tolerance);
  }

  @Property(tries = 20)
  void theOrderInWhichEdgesAreNamedDoesNotMatter(@ForAll @IntRange(max = 200) int site) {
    List<EdgeId> edges = edges(5, site);
    List<EdgeId> reversed = new ArrayList<>(edges);
    java.util.Collections.reverse(reversed);

    assertThat(chosen(site, reversed)).isEqualTo(chosen(site, edges));
  }

  private static Map<Bucket, Optional<EdgeId>> chosen(int site, List<EdgeId> edges) {
    return buckets(site).stream()
        .collect(Collectors.toMap(b -> b, b -> Rendezvous.choose(b, edges)));
  }

  private static List<EdgeId> edges(int count, int site) {
    return IntStream.range(0, count)
        .mapToObj(i -> EdgeId.of("edge-" + site + "-" + i))
        .collect(Collectors.toList());
  }

  private static List<Bucket> buckets(int site) {
    return IntStream.range(0, BUCKETS)
        .mapToObj(i -> Bucket.of(IpPrefix.valueOf((10 << 24) + (site << 16) + (i << 4), 28)))
        .toList();
  }
}
