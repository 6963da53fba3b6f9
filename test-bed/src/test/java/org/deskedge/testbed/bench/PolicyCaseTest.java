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
package org.deskedge.testbed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCaseTest {

  @Test
  void aSmallPolicyIsTheBeginningOfALargerOne() throws IOException {
    List<String> few = clients(new PolicyCase(1, 5000));
    List<String> more = clients(new PolicyCase(1, 5000).with(3));
    assertThat(few)
        .hasSize(5000)
        .startsWith("100.64.0.0/28", "100.64.0.16/28")
        .doesNotHaveDuplicates();
    assertThat(few.get(4096)).isEqualTo("100.65.0.0/28");
    assertThat(more).hasSize(5003).startsWith(few.toArray(String[]::new));
  }

  @Test
  void flowsOfAllSwitchesAreThoseOfEach() {
    PolicyCase size = new PolicyCase(3, 10);
    assertThat(size.flowsBySwitch()).containsExactly(33L, 32L, 32L);
    assertThat(size.flows()).isEqualTo(97);
  }

  private static List<String> clients(PolicyCase size) throws IOException {
    List<String> clients = new ArrayList<>();
    JsonNode policy = new ObjectMapper().readTree(size.policy());
    policy.path("clients").forEach(client -> clients.add(client.asText()));
    return clients;
  }
}
