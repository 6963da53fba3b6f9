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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deskedge.management.internal.json.InvalidDocumentException;
import org.deskedge.management.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

  private static final String RULE =
      "{'policy':'p','clients':[],'desktops':['10.0.0.0/8'],'protocol':'rdp'}";

  @Test
  void everyFieldOfARuleIsRead() throws Exception {
    Policy policy =
        read(
            "{'revision':9007199254740991,'rules':[{'policy':'branch-1',"
                + "'clients':['10.10.0.0/24','2001:db8::/32'],'desktops':['10.20.0.0/16'],"
                + "'protocol':'rdp'}]}",
            3);

    assertThat(policy)
        .isEqualTo(
            new Policy(
                Policy.MAX_REVISION,
                List.of(
                    new PolicyRule(
                        "branch-1",
                        List.of(prefix("10.10.0.0/24"), prefix("2001:db8::/32")),
                        List.of(prefix("10.20.0.0/16")),
                        "rdp"))));
    assertThat(read(PolicyDocument.write(policy).toString(), 3)).isEqualTo(policy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'rules':[]} | revision = nothing: allowed is a whole number from 0 to 9007199254740991",
        "{'revision':-1,'rules':[]} | revision = -1: ",
        "{'revision':1.5,'rules':[]} | revision = 1.5: ",
        "{'revision':9007199254740992,'rules':[]} | revision = 9007199254740992: ",
        "{'revision':99999999999999999999,'rules':[]} | revision = 99999999999999999999: ",
        "{'revision':'1','rules':[]} | revision = \"1\": ",
        "{'revision':1} | rules = nothing: allowed is a list",
        "{'revision':1,'rules':{}} | rules = {}: allowed is a list",
        "{'revision':1,'rules':[7]} | rules[0] = 7: allowed is an object",
        "{'revision':1,'rules':[],'more':1} | more = 1: allowed is no such field",
        "{'revision':1,'rules':[R,{}]} | rules[1].policy = nothing: ",
        "{'revision':1,'rules':[{'policy':'','clients':[],'desktops':[]}]} | rules[0].policy = \"\": ",
        "{'revision':1,'rules':[{'policy':'p','desktops':[]}]} | rules[0].clients = nothing: ",
        "{'revision':1,'rules':[{'policy':'p','client':[]}]} | rules[0].client = []: allowed is no such field",
        "{'revision':1,'rules':[{'policy':'p','clients':[],'desktops':[]}]} | rules[0].desktops = []: allowed is one prefix",
        "{'revision':1,'rules':[{'policy':'p','clients':[],'desktops':['10.0.0.0/8',5]}]} | rules[0].desktops[1] = 5: ",
        "{'revision':1,'rules':[{'policy':'p','clients':['x'],'desktops':[]}]} | rules[0].clients[0] = \"x\": allowed is an IPv4 or IPv6 prefix",
        "{'revision':1,'rules':[{'policy':'p','clients':[],'desktops':['::/0'],'protocol':'spice'}]} | rules[0].protocol = \"spice\": allowed is \"rdp\"",
        "{'revision':1,'rules':[R,R]} | rules = 2 prefixes: allowed is 1 at most",
        "[] | not a JSON object",
        "{'revision':1,'revision':2,'rules':[]} | not JSON: Duplicate field 'revision'",
        "{'revision':1,'rules':[]} {} | not JSON: there is more",
        "{'revision':1, | not JSON: "
      })
  void theFirstWrongFieldIsNamedWithWhatIsAllowed(String document, String message) {
    assertThatThrownBy(() -> read(document.replace("R", RULE), 1))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith(message.strip());
  }

  @Test
  void anEmptyDocumentAndDeepNestingAreNoPolicy() {
    assertThatThrownBy(() -> read("", 1)).isInstanceOf(InvalidDocumentException.class);
    assertThatThrownBy(() -> read("[".repeat(100_000), 1))
        .isInstanceOf(InvalidDocumentException.class);
  }

  @Test
  void aLongValueIsCutInTheMessage() {
    String longName = "x".repeat(5000);
    assertThatThrownBy(() -> read("{'revision':1,'rules':[{'policy':'" + longName + "'}]}", 1))
        .extracting(Throwable::getMessage)
        .asString()
        .hasSizeLessThan(250);
  }

  private static Policy read(String document, int maxPrefixes) throws InvalidDocumentException {
    byte[] bytes = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return PolicyDocument.read(Json.read(new ByteArrayInputStream(bytes)), maxPrefixes);
  }

  private static IpPrefix prefix(String text) {
    return IpPrefix.parse(text).orElseThrow();
  }
}
