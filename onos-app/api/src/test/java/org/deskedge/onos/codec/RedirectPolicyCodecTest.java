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
package org.deskedge.onos.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectProtocol;
import org.deskedge.onos.VoiceMarking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectPolicyCodecTest {

  private static final String POLICY =
      """
      {"id":"branch-1","priority":100,"protocol":"rdp","clients":["10.10.0.0/24","2001:db8::/64"],
       "clientPorts":["of:0000000000000001/2"],"desktops":["10.20.0.0/16","2001:db8:1::/64"],
       "edges":["edge-1","edge-2"],"onEdgeDown":"permit","voice":{"dscp":46,"queue":1}}""";

  private final RedirectPolicyCodec codec = new RedirectPolicyCodec();
  private final TestContext context = new TestContext();

  @Test
  void decodesEveryField() {
    RedirectPolicy policy = decode(POLICY);

    assertThat(policy.id()).hasToString("branch-1");
    assertThat(policy.priority()).isEqualTo(100);
    assertThat(policy.protocol()).isEqualTo(RedirectProtocol.RDP);
    assertThat(policy.clientPorts()).hasToString("[of:0000000000000001/2]");
    assertThat(policy.target().edges()).hasToString("[edge-1, edge-2]");
    assertThat(policy.onEdgeDown()).isEqualTo(EdgeDownAction.PERMIT);
    assertThat(policy.voice()).isEqualTo(VoiceMarking.of(46, 1));
  }

  @Test
  void encodesWhatItDecodes() {
    ObjectNode grouped = TestContext.json(without("edges")).put("edgeGroup", "branch");

    assertThat(encoded(decode(POLICY))).isEqualTo(TestContext.json(POLICY));
    assertThat(encoded(decode(grouped.toString()))).isEqualTo(grouped);
  }

  @Test
  void voiceMayBeLeftOut() {
    assertThat(decode(without("voice")).voice()).isEqualTo(VoiceMarking.DEFAULT);
    assertThat(decode(changed("voice", "{}")).voice()).isEqualTo(VoiceMarking.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id | 7 | id | text",
        "id | \"A\" | id | a-z",
        "priority | \"1\" | priority | whole number",
        "priority | 1000 | priority | 0..999",
        "priority | 1.5 | priority | whole number",
        "priority | 99999999999999999999 | priority | whole number",
        "protocol | \"ssh\" | protocol | rdp",
        "clients | \"10.0.0.0/8\" | clients | array",
        "clients | [1] | clients[0] | text",
        "clients | [\"10.0.0.0/8\",\"x\"] | clients[1] | prefix",
        "clients | [\"10.0.0.0/33\"] | clients[0] | prefix",
        "clients | [\"10.0.0.1/8\"] | clients[0] | 10.0.0.0/8",
        "clients | [\"10.0.0.0/8\",\"10.0.0.0/8\"] | clients[1] | twice",
        "clientPorts | [\"2\"] | clientPorts[0] | port",
        "clientPorts | [\"of:0000000000000001/x\"] | clientPorts[0] | port",
        "desktops | [] | desktops | 1..1024",
        "edges | [] | edges | 1..64",
        "edges | [\"A\"] | edges[0] | a-z",
        "edgeGroup | \"branch\" | edges | either",
        "onEdgeDown | \"drop\" | onEdgeDown | deny, permit",
        "voice | 46 | voice | object",
        "voice | {\"dscp\":64} | voice.dscp | 0..63",
        "voice | {\"queue\":-1} | voice.queue | 0..",
        "voice | {\"dcsp\":1} | voice.dcsp | dscp, queue",
        "prioritty | 1 | prioritty | priority",
      })
  void namesTheFieldThatIsWrong(String field, String value, String path, String allowed) {
    refused(changed(field, value), path, allowed);
  }

  @ParameterizedTest
  @CsvSource({"id", "priority", "protocol", "desktops", "edges", "onEdgeDown"})
  void namesTheFieldThatIsMissing(String field) {
    refused(without(field), field, "");
  }

  private void refused(String json, String path, String allowed) {
    assertThatThrownBy(() -> decode(json))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo(path))
        .hasMessageContaining(allowed);
  }

  private ObjectNode encoded(RedirectPolicy policy) {
    return TestContext.json(codec.encode(policy, context).toString());
  }

  private RedirectPolicy decode(String json) {
    return codec.decode(TestContext.json(json), context);
  }

  private static String changed(String field, String value) {
    ObjectNode json = TestContext.json(POLICY);
    json.set(field, TestContext.json("{\"v\":" + value + "}").get("v"));
    return json.toString();
  }

  private static String without(String field) {
    ObjectNode json = TestContext.json(POLICY);
    json.remove(field);
    return json.toString();
  }
}
