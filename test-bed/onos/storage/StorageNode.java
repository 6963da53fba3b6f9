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

import io.atomix.cluster.Node;
import io.atomix.cluster.discovery.BootstrapDiscoveryProvider;
import io.atomix.core.Atomix;
import io.atomix.protocols.raft.partition.RaftPartitionGroup;
import java.io.File;

/**
 * The store of a cluster of ONOS nodes: one Atomix node, for which ONOS has a distribution of its
 * own that Maven Central does not. Run from its source with the libraries of the test bed's ONOS.
 */
public final class StorageNode {

  private static final String ID = "atomix-1";
  private static final int PORT = 5679;

  private StorageNode() {}

  /** Arguments: its IPv4 address, and the folder it keeps everything in. */
  public static void main(String[] arguments) {
    String address = arguments[0];
    File folder = new File(arguments[1]);
    Node self = Node.builder().withId(ID).withHost(address).withPort(PORT).build();
    Atomix.builder(StorageNode.class.getClassLoader())
        .withClusterId("onos")
        .withMemberId(ID)
        .withHost(address)
        .withPort(PORT)
        .withMembershipProvider(BootstrapDiscoveryProvider.builder().withNodes(self).build())
        .withManagementGroup(group("system", folder))
        .addPartitionGroup(group("raft", folder))
        .build()
        .start()
        .join();
    System.out.println("storage is up");
  }

  private static RaftPartitionGroup group(String name, File folder) {
    return RaftPartitionGroup.builder(name)
        .withNumPartitions(1)
        .withMembers(ID)
        .withDataDirectory(new File(folder, name))
        .build();
  }
}
