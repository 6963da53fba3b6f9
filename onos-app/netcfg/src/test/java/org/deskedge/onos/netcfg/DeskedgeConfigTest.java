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
package org.deskedge.onos.netcfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.onos.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.config.InvalidFieldException;

class DeskedgeConfigTest {

  private static final String EDGE =
      "{'id': 'e1', 'attachment': 'of:0000000000000001/3', 'mac': '02:00:00:00:00:03',"
          + " 'addresses': ['10.10.0.3'], 'rest': 'https://10.30.0.3:8443', 'token': 'secret'}";
  private static final String POLICY =
      "{'id': 'p1', 'priority': 1, 'protocol': 'rdp', 'clients': ['10.10.0.0/24'],"
          + " 'desktops': ['10.20.0.0/16'], 'edges': ['e1'], 'onEdgeDown': 'deny'}";
  private static final String GOOD = "{'edges': [" + EDGE + "], 'policies': [" + POLICY + "]}";

  @TempDir private Path folder;

  @Test
  void readsEdgesAndPolicies() throws IOException {
    DeskedgeConfig config = config(GOOD);

    assertThat(config.isValid()).isTrue();
    assertThat(config.edges()).extracting(edge -> edge.id().id()).containsExactly("e1");
    assertThat(config.policies()).extracting(policy -> policy.id().id()).containsExactly("p1");
    assertThat(config("{}").isValid()).isTrue();
  }

  @Test
  void takesATokenFromAFileAndLeavesTheConfigurationAsItIs() throws IOException {
    DeskedgeConfig config = config(withTokenFile("from-a-file\n"));

    assertThat(config.edges()).extracting(Edge::token).containsExactly("from-a-file");
    assertThat(config.edges()).extracting(Edge::token).containsExactly("from-a-file");
    assertThat(config.node().toString()).doesNotContain("from-a-file");
  }

  @Test
  void neverTellsWhatIsInAFileThatHoldsNoToken() throws IOException {
    DeskedgeConfig config = config(withTokenFile("root:x:0:0\n"));

    assertThatThrownBy(config::isValid)
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("edges[0].token")
        .hasMessageNotContaining("root:x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'edges': [{|'switches': [], 'edges': [{|switches",
        "'policies': [{|'policies': [7, {|policies[0]",
        "02:00:00:00:00:03|nonsense|edges[0].mac",
        "10.10.0.0/24|10.10.0.1/24|policies[0].clients[0]",
        "'token': 'secret'|'tokenFile': '/nowhere/token'|edges[0].tokenFile",
        "'token': 'secret'|'tokenFile': '/nowhere', 'token': 'x'|edges[0].tokenFile"
      })
  void namesTheFieldThatIsWrong(String good, String bad, String field) throws IOException {
    assertThat(GOOD).contains(good);
    DeskedgeConfig config = config(GOOD.replace(good, bad));

    assertThatThrownBy(config::isValid)
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void refusesAnIdThatOccursTwice() throws IOException {
    DeskedgeConfig config = config("{'policies': [" + POLICY + ", " + POLICY + "]}");

    assertThatThrownBy(config::isValid)
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("policies[1].id"));
  }

  private String withTokenFile(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), content);
    return GOOD.replace("'token': 'secret'", "'tokenFile': '" + file + "'");
  }

  private static DeskedgeConfig config(String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    DeskedgeConfig config = new DeskedgeConfig();
    config.init(
        new DefaultApplicationId(1, "org.deskedge"),
        DeskedgeConfig.KEY,
        mapper.readTree(json.replace('\'', '"')),
        mapper,
        applied -> {});
    return config;
  }
}
