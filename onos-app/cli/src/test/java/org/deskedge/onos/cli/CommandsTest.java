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
package org.deskedge.onos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeInUseException;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.VersionMismatchException;
import org.deskedge.onos.VoiceMarking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final String POLICY =
      " --priority 7 --client 10.10.0.0/24 --client 10.11.0.0/24 --desktop 10.20.0.0/16"
          + " --edge e1 --on-edge-down deny --dscp 34 --queue 2 p1";
  private static final String ADD_POLICY = "deskedge-policy-add" + POLICY;

  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void addsAnEdgeAndNeverShowsItsToken() throws Exception {
    assertThat(addEdge("e1")).contains("edge e1 has version");

    assertThat(shell.edges().getEdge(EdgeId.of("e1")).orElseThrow().value().token())
        .isEqualTo("s3cr3t");
    assertThat(shell.run("deskedge-edges e1") + shell.run("deskedge-edges --json"))
        .contains("e1", "UNKNOWN", "\"attachment\":\"of:0000000000000001/3\"")
        .doesNotContain("s3cr3t");
  }

  @Test
  void addsAPolicyFromOptions() throws Exception {
    addEdge("e1");

    shell.run(ADD_POLICY);

    RedirectPolicy policy =
        shell.edges().policies().getPolicy(PolicyId.of("p1")).orElseThrow().value();
    assertThat(policy.priority()).isEqualTo(7);
    assertThat(policy.clients()).hasSize(2);
    assertThat(policy.voice()).isEqualTo(VoiceMarking.of(34, 2));
    assertThat(shell.run("deskedge-policies")).contains("p1: priority 7", "2 clients", "PENDING");
    assertThat(shell.run("deskedge-policies p1")).contains("10.11.0.0/24", "dscp 34 queue 2");
    assertThat(shell.run("deskedge-policies --json p1")).contains("\"onEdgeDown\":\"deny\"");
  }

  @Test
  void addsAPolicyFromAFileWithOptionsOnTop() throws Exception {
    addEdge("e1");
    Path file =
        Files.writeString(
            folder.resolve("p.json"),
            "{\"priority\": 3, \"protocol\": \"rdp\","
                + " \"clients\": [\"10.10.0.0/24\"], \"desktops\": [\"10.20.0.0/16\"],"
                + " \"edges\": [\"e1\"], \"onEdgeDown\": \"permit\"}");

    shell.run("deskedge-policy-add --priority 4 --file " + file + " from-file");

    assertThat(shell.edges().policies().getPolicy(PolicyId.of("from-file")).orElseThrow().value())
        .satisfies(policy -> assertThat(policy.priority()).isEqualTo(4));
    Files.writeString(file, "{\"priority\": }");
    assertThatThrownBy(() -> shell.run("deskedge-policy-add --file " + file))
        .hasMessageContaining("line 1, column 15");
    assertThatThrownBy(() -> shell.run("deskedge-policy-add --file /nowhere"))
        .hasMessageContaining("cannot read /nowhere");
  }

  @Test
  void replacesOnlyWhenAsked() throws Exception {
    addEdge("e1");
    shell.run(ADD_POLICY);

    assertThatThrownBy(() -> shell.run(ADD_POLICY)).isInstanceOf(VersionMismatchException.class);
    assertThat(shell.run("deskedge-policy-add --replace" + POLICY))
        .contains("policy p1 has version");
  }

  @Test
  void namesTheFieldThatIsWrongOrMissing() {
    assertThatThrownBy(() -> shell.run("deskedge-policy-add --priority 1000 p1"))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessage("priority: 1000 is not in 0..999");
    assertThatThrownBy(() -> shell.run("deskedge-policy-add --priority 1 p1"))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("is missing");
    assertThatThrownBy(() -> shell.run("deskedge-edges nobody"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void removesPoliciesAndThenEdges() throws Exception {
    addEdge("e1");
    shell.run(ADD_POLICY);

    assertThatThrownBy(() -> shell.run("deskedge-edge-remove e1"))
        .isInstanceOf(EdgeInUseException.class);
    shell.run("deskedge-policy-remove p1");
    shell.run("deskedge-edge-remove e1");

    assertThat(shell.edges().getEdges()).isEmpty();
    assertThatThrownBy(() -> shell.run("deskedge-policy-remove p1"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void drainsAndEndsDraining() throws Exception {
    addEdge("e1");

    assertThat(shell.run("deskedge-drain e1")).contains("drain wanted: true");
    assertThat(shell.edges().getStatus(EdgeId.of("e1")).orElseThrow().drainWanted()).isTrue();
    assertThat(shell.run("deskedge-drain --off e1")).contains("drain wanted: false");
  }

  private String addEdge(String id) throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "s3cr3t\n");
    return shell.run(
        "deskedge-edge-add --attachment of:0000000000000001/3 --mac 02:00:00:00:00:03"
            + " --address 10.10.0.3 --group branch --rest https://10.30.0.3:8443 --token-file "
            + token
            + " "
            + id);
  }
}
