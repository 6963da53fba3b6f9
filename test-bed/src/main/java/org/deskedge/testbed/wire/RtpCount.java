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
package org.deskedge.testbed.wire;

import java.util.List;

/**
 * RTP packets at one party's interface.
 *
 * @param sent by the address
 * @param received by the address
 * @param flows all of them, for a closer look
 */
public record RtpCount(int sent, int received, List<RtpFlow> flows) {

  public RtpCount {
    flows = List.copyOf(flows);
  }

  /** Counts what a party with this IPv4 address sent and received. */
  public static RtpCount at(String address, PcapFile capture) {
    List<RtpFlow> flows =
        RtpFlow.of(capture).stream()
            .filter(
                flow ->
                    flow.source().address().equals(address)
                        || flow.target().address().equals(address))
            .toList();
    int sent = 0;
    int received = 0;
    for (RtpFlow flow : flows) {
      sent += flow.source().address().equals(address) ? flow.packets().size() : 0;
      received += flow.target().address().equals(address) ? flow.packets().size() : 0;
    }
    return new RtpCount(sent, received, flows);
  }

  /** All packets on a link that could be RTP, whoever sent them. */
  public static int on(PcapFile capture) {
    return RtpFlow.of(capture).stream().mapToInt(flow -> flow.packets().size()).sum();
  }
}
