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
package org.deskedge.testbed.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/**
 * An access switch: an Open vSwitch of its own, with the userspace datapath, in a namespace of its
 * own. Its database and sockets are in the state directory, and no other Open vSwitch of this
 * machine is touched. Without a controller it is a learning switch, as far as flows that are added
 * do not say otherwise; with one it forwards what the controller says and nothing else.
 */
public final class AccessSwitch {

  /** The interface that a machine has to this switch. */
  public static final String INTERFACE = "eth0";

  /** OpenFlow port number of the cable to another switch. */
  public static final int TRUNK = 99;

  private static final String TRUNK_INTERFACE = "trunk";
  private static final String BRIDGE = "access";
  private static final String PROTOCOL = "OpenFlow13";
  private static final String LEARNING = "priority=0,actions=normal";
  private static final Duration START = Duration.ofSeconds(20);
  private static final String SCHEMA = "/usr/share/openvswitch/vswitch.ovsschema";

  private final Namespace namespace;
  private final Path files;
  private final long datapathId;

  private AccessSwitch(Namespace namespace, Path files, long datapathId) {
    this.namespace = namespace;
    this.files = files;
    this.datapathId = datapathId;
  }

  /**
   * Starts a switch without ports and without a controller.
   *
   * @param role name of its namespace without {@link Namespace#PREFIX}, and of its folder
   * @param datapathId what controllers know it by, positive
   */
  public static AccessSwitch start(String role, long datapathId, StateDirectory state) {
    AccessSwitch access =
        new AccessSwitch(Namespace.create(role, state), state.emptyFolder(role), datapathId);
    access.startDatabase();
    access.startSwitch();
    access.vsctl(
        "add-br",
        BRIDGE,
        "--",
        "set",
        "bridge",
        BRIDGE,
        "datapath_type=netdev",
        "protocols=" + PROTOCOL,
        "fail-mode=secure",
        "other-config:datapath-id=%016x".formatted(datapathId));
    access.addFlow(LEARNING);
    return access;
  }

  /** The machine it is. */
  public Namespace namespace() {
    return namespace;
  }

  /** What ONOS calls it. */
  public String deviceId() {
    return "of:%016x".formatted(datapathId);
  }

  /**
   * Has a controller say what is forwarded. All flows go; until the controller gives some, nothing
   * is forwarded. Those it gave stay if it goes away.
   *
   * @param address IPv4 address of the controller
   * @param port TCP port of the controller
   */
  public void setController(String address, int port) {
    vsctl("set-controller", BRIDGE, "tcp:" + address + ":" + port);
    // By default a switch waits for up to 8 s before it tries again, and opens itself to
    // controllers
    // that it reaches over its own ports.
    vsctl("set", "controller", BRIDGE, "max_backoff=1000", "connection_mode=out-of-band");
  }

  /** Lets go of the controller: all flows go, and it is a learning switch again. */
  public void dropController() {
    vsctl("del-controller", BRIDGE);
    addFlow(LEARNING);
  }

  /** Connects a machine: a cable between its {@link #INTERFACE} and its port. */
  public void connect(Machine machine, Namespace host) {
    String port = machine.switchInterface();
    namespace.run(
        "ip",
        "link",
        "add",
        port,
        "type",
        "veth",
        "peer",
        "name",
        INTERFACE,
        "address",
        machine.mac(),
        "netns",
        host.name());
    Offloads.switchOff(host, INTERFACE);
    host.run("ip", "addr", "add", machine.address() + "/24", "dev", INTERFACE);
    host.run("ip", "link", "set", INTERFACE, "up");
    addPort(port, machine.port());
  }

  /** Joins another switch: a cable between port {@link #TRUNK} of this one and of that. */
  public void join(AccessSwitch other) {
    namespace.run(
        "ip",
        "link",
        "add",
        TRUNK_INTERFACE,
        "type",
        "veth",
        "peer",
        "name",
        TRUNK_INTERFACE,
        "netns",
        other.namespace.name());
    addPort(TRUNK_INTERFACE, TRUNK);
    other.addPort(TRUNK_INTERFACE, TRUNK);
  }

  /** Adds a flow, as {@code ovs-ofctl add-flow} takes it. */
  public void addFlow(String flow) {
    ofctl("add-flow", flow);
  }

  /** Deletes all flows. */
  public void deleteFlows() {
    namespace.run("ovs-ofctl", "-O", PROTOCOL, "del-flows", management());
  }

  /** Deletes the flows with a cookie. */
  public void deleteFlows(int cookie) {
    ofctl("del-flows", "cookie=" + cookie + "/-1");
  }

  /** Deletes the flows that match at least as narrowly, as {@code ovs-ofctl del-flows} takes it. */
  public void deleteFlows(String match) {
    ofctl("del-flows", match);
  }

  /** All flows with their counters, one a line. */
  public String flows() {
    return namespace.run("ovs-ofctl", "-O", PROTOCOL, "dump-flows", management());
  }

  private void addPort(String cable, int port) {
    Offloads.switchOff(namespace, cable);
    namespace.run("ip", "link", "set", cable, "up");
    vsctl("add-port", BRIDGE, cable, "--", "set", "interface", cable, "ofport_request=" + port);
  }

  private void startDatabase() {
    Path database = files.resolve("conf.db");
    namespace.run("ovsdb-tool", "create", database.toString(), SCHEMA);
    ManagedProcess server =
        namespace.start(
            namespace.role() + "-database",
            own("ovsdb-server", database.toString(), "--remote=p" + databaseSocket()));
    awaitFile("database of the switch", files.resolve("db.sock"), server);
  }

  private void startSwitch() {
    ManagedProcess daemon =
        namespace.start(namespace.role(), own("ovs-vswitchd", databaseSocket()));
    awaitFile("control socket of the switch", files.resolve("ovs-vswitchd.ctl"), daemon);
  }

  // The directories that the programs would otherwise share with the machine's own switch.
  private Command own(String program, String... arguments) {
    return Command.of(arguments)
        .through(program, "--unixctl=" + files.resolve(program + ".ctl"))
        .with("OVS_RUNDIR", files.toString())
        .with("OVS_LOGDIR", files.toString())
        .with("OVS_DBDIR", files.toString());
  }

  private static void awaitFile(String what, Path file, ManagedProcess process) {
    Waiting.until(
        what,
        START,
        () -> {
          process.requireRunning();
          return Files.exists(file);
        });
  }

  private void vsctl(String... arguments) {
    namespace
        .in(
            Command.of(arguments)
                .through("ovs-vsctl", "--db=" + databaseSocket(), "--timeout=20", "--"))
        .run();
  }

  private void ofctl(String action, String argument) {
    namespace.run("ovs-ofctl", "-O", PROTOCOL, action, management(), argument);
  }

  private String databaseSocket() {
    return "unix:" + files.resolve("db.sock");
  }

  private String management() {
    return "unix:" + files.resolve(BRIDGE + ".mgmt");
  }
}
