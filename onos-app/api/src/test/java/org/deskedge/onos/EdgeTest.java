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

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosproject.net.ConnectPoint;

class EdgeTest {

  private static final String SHA = "0123456789abcdef".repeat(4);

  @Test
  void neverShowsItsToken() {
    Edge edge = valid().token("verysecret").build();

    assertThat(edge.toString()).doesNotContain("verysecret").contains("edge-1");
    assertThatThrownBy(() -> valid().token("very secret").build())
        .hasMessageContaining("token")
        .hasMessageNotContaining("secret");
  }

  @Test
  void takesAFingerprintAsOpensslPrintsIt() {
    String printed = SHA.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");

    assertThat(valid().certificateSha256(printed).build().certificateSha256()).hasValue(SHA);
  }

  @Test
  void isEqualByAllItsFields() {
    List<Edge> different =
        Stream.of(
                valid(),
                valid().id(EdgeId.of("edge-2")),
                valid().attachment(ConnectPoint.deviceConnectPoint("of:0000000000000001/4")),
                valid().mac(MacAddress.valueOf("02:00:00:00:00:04")),
                valid().addresses(List.of(IpAddress.valueOf("10.10.0.4"))),
                valid().groups(List.of("branch")),
                valid().rest(URI.create("https://10.30.0.4:8443")),
                valid().token("other"),
                valid().certificateSha256(SHA),
                valid().fullyTransparent(true))
            .map(EdgeBuilder::build)
            .toList();

    assertThat(different).doesNotHaveDuplicates();
    assertThat(valid().build()).isEqualTo(valid().build()).hasSameHashCodeAs(valid().build());
  }

  @Test
  void namesTheFieldThatIsWrong() {
    refused(valid().id(null), "id");
    refused(valid().attachment(null), "attachment");
    refused(valid().mac(MacAddress.BROADCAST), "mac");
    refused(valid().mac(MacAddress.ZERO), "mac");
    refused(valid().addresses(List.of()), "addresses");
    refused(valid().addresses(List.of(IpAddress.valueOf("224.0.0.1"))), "addresses");
    refused(valid().groups(List.of("Not A Name")), "groups");
    refused(valid().rest(URI.create("http://10.30.0.3:8443")), "rest");
    refused(valid().rest(URI.create("https://10.30.0.3:8443/deskedge")), "rest");
    refused(valid().rest(URI.create("https://user@10.30.0.3")), "rest");
    refused(valid().rest(URI.create("https:///x")), "rest");
    refused(valid().token(null), "token");
    refused(valid().token(""), "token");
    refused(valid().certificateSha256("abcd"), "certificateSha256");
  }

  @Test
  void statusKeepsItsTimeUntilTheStateChanges() {
    EdgeStatus unknown = EdgeStatus.unknown(Instant.ofEpochMilli(1));
    EdgeStatus up = unknown.withState(EdgeState.UP, "answers", Instant.ofEpochMilli(2));

    assertThat(up.withState(EdgeState.UP, "again", Instant.ofEpochMilli(3))).isEqualTo(up);
    assertThat(up.since()).isEqualTo(Instant.ofEpochMilli(2));
    assertThat(up.withDrainWanted(true).withHealth(null).since()).isEqualTo(up.since());
    assertThat(unknown.health()).isEmpty();
  }

  private static void refused(EdgeBuilder edge, String field) {
    assertThatThrownBy(edge::build)
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static EdgeBuilder valid() {
    return Edge.builder()
        .id(EdgeId.of("edge-1"))
        .attachment(ConnectPoint.deviceConnectPoint("of:0000000000000001/3"))
        .mac(MacAddress.valueOf("02:00:00:00:00:03"))
        .addresses(List.of(IpAddress.valueOf("10.10.0.3")))
        .rest(URI.create("https://10.30.0.3:8443"))
        .token("abc");
  }
}
