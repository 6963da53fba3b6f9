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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.onlab.packet.IpPrefix;

class PrefixesTest {

  @Property
  void findsNestingAsComparingAllPairsDoes(@ForAll("prefixes") List<IpPrefix> prefixes) {
    boolean expected =
        prefixes.stream()
            .anyMatch(a -> prefixes.stream().anyMatch(b -> !a.equals(b) && a.contains(b)));

    assertThat(Prefixes.nested(prefixes).isPresent()).isEqualTo(expected);
  }

  @Property
  void findsOverlapAsComparingAllPairsDoes(
      @ForAll("prefixes") List<IpPrefix> some, @ForAll("prefixes") List<IpPrefix> others) {
    List<IpPrefix> left = apart(some);
    List<IpPrefix> right = apart(others);
    boolean expected =
        left.stream().anyMatch(a -> right.stream().anyMatch(b -> a.contains(b) || b.contains(a)));

    assertThat(Prefixes.overlap(left, right)).isEqualTo(expected);
  }

  /** Few bits, so that prefixes meet often; both families. */
  @Provide
  Arbitrary<List<IpPrefix>> prefixes() {
    Arbitrary<IpPrefix> four =
        Combinators.combine(
                Arbitraries.integers().between(0, 255), Arbitraries.integers().between(24, 32))
            .as((host, length) -> IpPrefix.valueOf(0x0a000000 + host, length));
    Arbitrary<IpPrefix> six =
        Combinators.combine(
                Arbitraries.integers().between(0, 255), Arbitraries.integers().between(120, 128))
            .as((host, length) -> IpPrefix.valueOf(String.format("2001:db8::%x/%d", host, length)));
    return Arbitraries.oneOf(four, six).list().uniqueElements().ofMaxSize(12);
  }

  private static List<IpPrefix> apart(List<IpPrefix> prefixes) {
    List<IpPrefix> apart = new ArrayList<>();
    for (IpPrefix prefix : prefixes) {
      if (apart.stream().noneMatch(p -> p.contains(prefix) || prefix.contains(p))) {
        apart.add(prefix);
      }
    }
    return apart;
  }
}
