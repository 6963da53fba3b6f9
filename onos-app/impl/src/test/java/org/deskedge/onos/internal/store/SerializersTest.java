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
package org.deskedge.onos.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.onos.internal.rules.Fixtures.NEAR;
import static org.deskedge.onos.internal.rules.Fixtures.edge;
import static org.deskedge.onos.internal.rules.Fixtures.policy;
import static org.deskedge.onos.internal.rules.Fixtures.prefixes;
import static org.deskedge.onos.internal.rules.Fixtures.session;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectTarget;
import org.deskedge.onos.VoiceMarking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.service.Serializer;

class SerializersTest {

  private final Serializer serializer = Serializers.create();

  static Stream<Object> values() {
    EdgeStatus unknown = EdgeStatus.unknown(Instant.ofEpochMilli(5));
    return Stream.of(
        policy("a").build(),
        policy("b")
            .clients(prefixes("10.10.0.0/24", "2001:db8::/64"))
            .desktops(prefixes("10.20.0.0/16", "2001:db8:1::/64", "10.30.0.0/16"))
            .clientPorts(List.of(ConnectPoint.deviceConnectPoint(NEAR + "/7")))
            .target(RedirectTarget.group("branch"))
            .voice(VoiceMarking.of(46, 1))
            .build(),
        edge(1).certificateSha256("ab".repeat(32)).groups(List.of("a", "b", "c")).build(),
        unknown,
        unknown
            .withState(EdgeState.UP, "answers", Instant.ofEpochMilli(6))
            .withHealth(EdgeHealth.of("1", EdgeLoad.of(1, 2), null, 7L)),
        ImmutableSet.of(session("10.10.0.9", 5), session("10.10.0.8", 6)),
        ImmutableMap.of(PolicyId.of("a"), DeviceRules.failed(NEAR, 3, 0, "table full")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsStoredComesBackEqual(Object value) {
    Object back = serializer.decode(serializer.encode(value));

    assertThat(back).isEqualTo(value);
  }

  @Test
  void theIndexComesBack() {
    Index index = Index.EMPTY.with("policy/a", "policy/a#1", 9).with("edge/b", "edge/b#2", 10);
    Index back = serializer.decode(serializer.encode(index));

    assertThat(back.sequence()).isEqualTo(2);
    assertThat(back.entries()).containsOnlyKeys("policy/a", "edge/b");
    assertThat(back.entries().get("edge/b").version()).isEqualTo(2);
  }

  /** One value of the replicated log may have 1 MiB in ONOS's store. */
  @Test
  void theGreatestPolicyFitsIntoOneValue() {
    List<IpPrefix> clients =
        Stream.iterate(0, i -> i + 1)
            .limit(16384)
            .map(i -> IpPrefix.valueOf(String.format("2001:db8:%x::/48", i)))
            .toList();
    List<IpPrefix> desktops =
        Stream.iterate(0, i -> i + 1)
            .limit(1024)
            .map(i -> IpPrefix.valueOf(String.format("2001:db9:%x::/48", i)))
            .toList();

    assertThat(serializer.encode(policy("a").clients(clients).desktops(desktops).build()))
        .hasSizeLessThan(1 << 20);
  }
}
