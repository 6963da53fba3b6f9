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
package org.deskedge.management.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.deskedge.api.admission.AdmissionStatus;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission();

  @Test
  void aFreshEdgeAdmitsEverything() throws Exception {
    assertThat(refusal("192.0.2.1", "10.20.0.10")).isNull();
    assertThat(admission.refusalOfCall()).isEmpty();
    assertThat(admission.status().draining()).isFalse();
    assertThat(admission.status().policyRevision()).isEmpty();
  }

  @Test
  void aDrainingEdgeAdmitsNothing() throws Exception {
    AdmissionStatus draining = admission.drain(true);

    assertThat(draining.draining()).isTrue();
    assertThat(refusal("192.0.2.1", "10.20.0.10")).contains("drains");
    assertThat(admission.refusalOfCall()).isPresent();
    assertThat(admission.drain(true)).as("again").isEqualTo(draining);

    assertThat(admission.drain(false).since()).isBetween(draining.since(), Instant.now());
    assertThat(refusal("192.0.2.1", "10.20.0.10")).isNull();
  }

  @Test
  void aPolicyAdmitsWhatOneOfItsRulesHas() throws Exception {
    admission.put(
        new Policy(
            3,
            List.of(
                rule(List.of("10.10.0.0/24"), "10.20.0.0/16"), rule(List.of(), "2001:db8::/32"))));

    assertThat(refusal("10.10.0.2", "10.20.0.10")).isNull();
    assertThat(refusal("10.10.1.2", "10.20.0.10")).contains("revision 3");
    assertThat(refusal("10.10.0.2", "10.21.0.10")).contains("revision 3");
    assertThat(refusal("fd00::1", "2001:db8::10")).as("any client").isNull();
    assertThat(admission.refusalOfCall()).as("calls of admitted sessions").isEmpty();

    admission.removePolicy();
    assertThat(refusal("10.10.1.2", "10.20.0.10")).isNull();
    assertThat(admission.status().policyRevision()).isEmpty();
  }

  @Test
  void aPolicyWithoutRulesAdmitsNoSession() throws Exception {
    admission.put(new Policy(0, List.of()));

    assertThat(refusal("10.10.0.2", "10.20.0.10")).isNotNull();
  }

  @Test
  void anOlderPolicyDoesNotReplaceANewerOne() {
    assertThat(admission.put(new Policy(5, List.of()))).isEmpty();
    assertThat(admission.put(new Policy(4, List.of()))).hasValue(5);
    assertThat(admission.status().policyRevision()).isEqualTo(OptionalLong.of(5));
    assertThat(admission.put(new Policy(5, List.of(rule(List.of(), "::/0"))))).isEmpty();
    assertThat(admission.policy().orElseThrow().rules()).hasSize(1);
  }

  private String refusal(String client, String desktop) throws UnknownHostException {
    return admission.refusalOfSession(address(client, 50000), address(desktop, 3389)).orElse(null);
  }

  private static InetSocketAddress address(String host, int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  private static PolicyRule rule(List<String> clients, String desktop) {
    return new PolicyRule(
        "p",
        clients.stream().map(c -> IpPrefix.parse(c).orElseThrow()).toList(),
        List.of(IpPrefix.parse(desktop).orElseThrow()),
        PolicyRule.RDP);
  }
}
