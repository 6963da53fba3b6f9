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
package org.deskedge.testbed.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.testbed.controller.Branch.LIMIT;
import static org.deskedge.testbed.controller.Controller.POLICY;

import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.Test;

/** DSCP and queue of the voice that an edge sends. */
abstract class VoiceMarks {

  private static final int RTP = 20000;

  private final Branch branch = Branch.up();
  private final Controller controller = branch.controller();

  @Test
  void voiceOfTheEdgeGetsItsCodePointAndItsQueue() {
    branch.access().addQueues(Machine.PHONE);
    controller
        .app()
        .putPolicy(
            POLICY,
            Controller.policy("permit").replace("\"dscp\": 46", "\"dscp\": 34, \"queue\": 1"));
    controller.app().awaitInstalled(POLICY);

    assertThat(received(Machine.EDGE.address())).contains("tos 0x88");
    assertThat(controller.flows())
        .anyMatch(
            flow ->
                flow.contains("udp,in_port=3,nw_src=10.10.0.3")
                    && flow.contains("set_field:34->ip_dscp,set_queue:1,NORMAL")
                    && !flow.contains("n_packets=0,"));
    // Its datapath in user space marks the packet for the queue; to shape it is the kernel's.
    assertThat(
            branch
                .access()
                .trace(
                    "in_port=3,dl_src=%s,dl_dst=%s,udp,nw_src=10.10.0.3,nw_dst=10.10.0.4,nw_ttl=64"
                        .formatted(Machine.EDGE.mac(), Machine.PHONE.mac())))
        .contains("skb_priority", "tos=0x88");
    controller.app().removePolicy(POLICY);
    Waiting.until("end of the marks", LIMIT, () -> !branch.access().flows().contains("set_queue"));
    assertThat(received(Machine.EDGE.address())).contains("tos 0x0");
  }

  /** Sends from the edge's machine, and says how tcpdump shows it at the phone. */
  private String received(String from) {
    ManagedProcess capture =
        branch
            .bed()
            .topology()
            .phone()
            .start(
                "voice-marks",
                "tcpdump",
                "-lnvi",
                AccessSwitch.INTERFACE,
                "-c",
                "1",
                "src " + from + " and udp port " + RTP);
    int before = capture.output().length();
    Waiting.until(
        "packet at the phone",
        LIMIT,
        () -> {
          branch
              .bed()
              .topology()
              .edge()
              .run("bash", "-c", "echo > /dev/udp/" + Machine.PHONE.address() + "/" + RTP);
          Waiting.pause(50);
          return !capture.isRunning();
        });
    return capture.output().substring(before);
  }
}
