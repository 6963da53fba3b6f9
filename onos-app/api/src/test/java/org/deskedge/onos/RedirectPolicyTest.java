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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.ConnectPoint;

class RedirectPolicyTest {

  @Test
  void keepsWhatItWasGiven() {
    RedirectPolicy policy = valid().voice(VoiceMarking.of(40, 2)).build();

    assertThat(policy.clients()).containsExactlyElementsOf(prefixes("10.10.0.0/24"));
    assertThat(policy.desktops()).containsExactlyElementsOf(prefixes("10.20.0.0/16"));
    assertThat(policy.voice().dscp()).isEqualTo(40);
    assertThat(policy.voice().queue()).hasValue(2);
    assertThat(policy.target().edges()).containsExactly(EdgeId.of("edge-1"));
  }

  @Test
  void isEqualByAllItsFields() {
    List<RedirectPolicy> different =
        Stream.of(
                valid(),
                valid().id(PolicyId.of("other")),
                valid().priority(7),
                valid().clients(prefixes("10.11.0.0/24")),
                valid().clientPorts(ports("of:0000000000000001/2")),
                valid().desktops(prefixes("10.21.0.0/16")),
                valid().target(RedirectTarget.group("branch")),
                valid().onEdgeDown(EdgeDownAction.DENY),
                valid().voice(VoiceMarking.of(46, 1)))
            .map(RedirectPolicyBuilder::build)
            .toList();

    assertThat(different).doesNotHaveDuplicates();
    assertThat(valid().build()).isEqualTo(valid().build()).hasSameHashCodeAs(valid().build());
  }

  @Test
  void namesTheFieldThatIsWrong() {
    refused(valid().priority(1000), "priority", "0..999");
    refused(valid().priority(-1), "priority", "0..999");
    refused(valid().clients(List.of()), "clients", "at least one");
    refused(valid().desktops(List.of()), "desktops", "1..1024");
    refused(valid().clients(prefixes("10.0.0.0/8", "10.1.0.0/16")), "clients", "10.1.0.0/16");
    refused(valid().clients(prefixes("224.0.0.0/8")), "clients", "unicast");
    refused(valid().clients(prefixes("2001:db8::/32")), "desktops", "INET6");
    refused(valid().desktops(prefixes("10.20.0.0/16", "2001:db8::/32")), "clients", "INET6");
    refused(valid().clientPorts(ports("of:0000000000000001/0")), "clientPorts", "numbered");
    refused(valid().target(null), "edges", "missing");
    refused(valid().onEdgeDown(null), "onEdgeDown", "missing");
  }

  @Test
  void boundsItsClients() {
    List<IpPrefix> most = new ArrayList<>();
    for (int i = 0; i < RedirectPolicy.MAX_CLIENTS; i++) {
      most.add(IpPrefix.valueOf(0x0a000000 + i, 32));
    }
    assertThat(valid().clients(most).build().clients()).hasSize(RedirectPolicy.MAX_CLIENTS);
    most.add(IpPrefix.valueOf("11.0.0.0/32"));

    refused(valid().clients(most), "clients", "1..16384");
  }

  @Test
  void boundsItsTarget() {
    assertThatThrownBy(() -> RedirectTarget.edges(List.of())).hasMessageContaining("1..64");
    assertThatThrownBy(() -> RedirectTarget.edges(List.of(EdgeId.of("a"), EdgeId.of("a"))))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> RedirectTarget.group("Not A Name")).hasMessageContaining("edgeGroup");
    assertThatThrownBy(() -> VoiceMarking.of(64)).hasMessageContaining("voice.dscp");
    assertThatThrownBy(() -> VoiceMarking.of(1, -1)).hasMessageContaining("voice.queue");
    assertThatThrownBy(() -> PolicyId.of("-a")).hasMessageContaining("id: ");
    assertThatThrownBy(() -> PolicyId.of("a".repeat(64))).hasMessageContaining("1 to 63");
  }

  @Test
  void overlapsWhereAPacketCouldMatchBoth() {
    assertThat(overlap(valid(), valid().clients(prefixes("10.10.0.128/25")))).isTrue();
    assertThat(overlap(valid(), valid().clients(prefixes("0.0.0.0/0")))).isTrue();
    assertThat(overlap(valid(), valid().clients(prefixes("10.10.1.0/24")))).isFalse();
    assertThat(overlap(valid(), valid().desktops(prefixes("10.21.0.0/16")))).isFalse();
    assertThat(overlap(valid(), valid().desktops(prefixes("10.20.1.1/32")))).isTrue();
  }

  @Test
  void portsOverlapWithThemselvesAndWithAnyPrefix() {
    List<ConnectPoint> two = ports("of:0000000000000001/2");
    List<ConnectPoint> three = ports("of:0000000000000001/3");

    assertThat(overlap(atPorts(two), atPorts(two))).isTrue();
    assertThat(overlap(atPorts(two), atPorts(three))).isFalse();
    assertThat(overlap(atPorts(two), valid())).isTrue();
    assertThat(overlap(valid(), atPorts(two))).isTrue();
  }

  private static RedirectPolicyBuilder atPorts(List<ConnectPoint> ports) {
    return valid().clients(List.of()).clientPorts(ports);
  }

  private static boolean overlap(RedirectPolicyBuilder a, RedirectPolicyBuilder b) {
    boolean forward = a.build().overlaps(b.build());
    assertThat(b.build().overlaps(a.build())).isEqualTo(forward);
    return forward;
  }

  private static void refused(RedirectPolicyBuilder policy, String field, String allowed) {
    assertThatThrownBy(policy::build)
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo(field))
        .hasMessageContaining(allowed);
  }

  private static RedirectPolicyBuilder valid() {
    return RedirectPolicy.builder()
        .id(PolicyId.of("branch-1"))
        .priority(100)
        .protocol(RedirectProtocol.RDP)
        .clients(prefixes("10.10.0.0/24"))
        .desktops(prefixes("10.20.0.0/16"))
        .target(RedirectTarget.edges(List.of(EdgeId.of("edge-1"))))
        .onEdgeDown(EdgeDownAction.PERMIT);
  }

  private static List<IpPrefix> prefixes(String... texts) {
    return Stream.of(texts).map(IpPrefix::valueOf).toList();
  }

  private static List<ConnectPoint> ports(String... texts) {
    return Stream.of(texts).map(ConnectPoint::deviceConnectPoint).toList();
  }
}
