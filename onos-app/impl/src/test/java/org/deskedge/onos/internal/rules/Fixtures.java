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
package org.deskedge.onos.internal.rules;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeBuilder;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyBuilder;
import org.deskedge.onos.RedirectProtocol;
import org.deskedge.onos.RedirectTarget;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

/** A branch of two switches; edge-1 at port 3 of the first, edge-2 at port 4, and so on. */
public final class Fixtures {

  public static final ApplicationId APP = new DefaultApplicationId(77, "org.deskedge");
  public static final DeviceId NEAR = DeviceId.deviceId("of:0000000000000001");
  public static final DeviceId FAR = DeviceId.deviceId("of:0000000000000002");

  private Fixtures() {}

  public static EdgeBuilder edge(int number) {
    return Edge.builder()
        .id(EdgeId.of("edge-" + number))
        .attachment(ConnectPoint.deviceConnectPoint(NEAR + "/" + (2 + number)))
        .mac(MacAddress.valueOf(0x020000000000L + number))
        .addresses(List.of(IpAddress.valueOf("10.10.0." + number)))
        .groups(List.of("branch"))
        .rest(URI.create("https://127.0.0.1:" + (8440 + number)))
        .token("token-" + number);
  }

  public static EdgeId id(int number) {
    return EdgeId.of("edge-" + number);
  }

  /** Clients 10.10.0.0/24 to desktops 10.20.0.0/16, edge-1 backed by edge-2, priority 100. */
  public static RedirectPolicyBuilder policy(String id) {
    return RedirectPolicy.builder()
        .id(PolicyId.of(id))
        .priority(100)
        .protocol(RedirectProtocol.RDP)
        .clients(prefixes("10.10.0.0/24"))
        .desktops(prefixes("10.20.0.0/16"))
        .target(RedirectTarget.edges(List.of(id(1), id(2))))
        .onEdgeDown(EdgeDownAction.PERMIT);
  }

  public static List<IpPrefix> prefixes(String... texts) {
    return Stream.of(texts).map(IpPrefix::valueOf).toList();
  }

  public static Session session(String client, int port) {
    return Session.of(IpAddress.valueOf(client), port, IpAddress.valueOf("10.20.0.10"), 3389);
  }
}
