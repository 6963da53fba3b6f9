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
import java.util.ArrayList;
import java.util.List;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/**
 * An Open vSwitch of its own in a namespace of its own, with the userspace datapath. Its database
 * and sockets are in the state directory, and no other Open vSwitch of this machine is touched.
 */
final class OpenVswitch {

  private static final String PROTOCOL = "OpenFlow13";
  private static final Duration START = Duration.ofSeconds(20);
  private static final String SCHEMA = "/usr/share/openvswitch/vswitch.ovsschema";

  private final Namespace namespace;
  private final Path files;
  private ManagedProcess daemon;

  private OpenVswitch(Namespace namespace, Path files) {
    this.namespace = namespace;
    this.files = files;
  }

  /**
   * One switch of an Open vSwitch.
   *
   * @param name of the bridge, at most 15 characters
   * @param datapathId what controllers know it by, positive
   */
  record Bridge(String name, long datapathId) {

    /** What ONOS calls it. */
    String deviceId() {
      return "of:%016x".formatted(datapathId);
    }
  }

  /**
   * Starts one without bridges.
   *
   * @param role name of its namespace without {@link Namespace#PREFIX}, and of its folder
   */
  static OpenVswitch start(String role, StateDirectory state) {
    OpenVswitch vswitch = new OpenVswitch(Namespace.create(role, state), state.emptyFolder(role));
    vswitch.startDatabase();
    vswitch.startSwitch();
    return vswitch;
  }

  Namespace namespace() {
    return namespace;
  }

  /** Process id of the daemon that all bridges are in. */
  long pid() {
    return daemon.pid();
  }

  /** Adds bridges without ports and without a controller; they forward nothing. */
  void addBridges(List<Bridge> bridges) {
    List<String> arguments = new ArrayList<>();
    for (Bridge bridge : bridges) {
      arguments.addAll(
          List.of(
              "--",
              "add-br",
              bridge.name(),
              "--",
              "set",
              "bridge",
              bridge.name(),
              "datapath_type=netdev",
              "protocols=" + PROTOCOL,
              "fail-mode=secure",
              "other-config:datapath-id=%016x".formatted(bridge.datapathId())));
    }
    vsctl(arguments);
  }

  /** Has a controller command bridges; all flows of theirs go. */
  void setController(List<Bridge> bridges, String address, int port) {
    List<String> set = new ArrayList<>();
    List<String> tune = new ArrayList<>();
    for (Bridge bridge : bridges) {
      set.addAll(List.of("--", "set-controller", bridge.name(), "tcp:" + address + ":" + port));
      // By default a switch waits for up to 8 s before it tries again, and opens itself to
      // controllers that it reaches over its own ports.
      tune.addAll(
          List.of(
              "--",
              "set",
              "controller",
              bridge.name(),
              "max_backoff=1000",
              "connection_mode=out-of-band"));
    }
    vsctl(set);
    vsctl(tune);
  }

  /** Lets go of the controller of bridges; all flows of theirs go. */
  void dropController(List<Bridge> bridges) {
    List<String> arguments = new ArrayList<>();
    bridges.forEach(bridge -> arguments.addAll(List.of("--", "del-controller", bridge.name())));
    vsctl(arguments);
  }

  /** Has a bridge refuse flows beyond a number of them. */
  void limitFlows(Bridge bridge, int most) {
    vsctl(
        List.of(
            "--",
            "--id=@table",
            "create",
            "flow_table",
            "flow_limit=" + most,
            "overflow_policy=refuse",
            "--",
            "set",
            "bridge",
            bridge.name(),
            "flow_tables:0=@table"));
  }

  /** Has a bridge speak one version of OpenFlow alone, such as {@code OpenFlow10}. */
  void speak(Bridge bridge, String protocol) {
    vsctl(List.of("--", "set", "bridge", bridge.name(), "protocols=" + protocol));
  }

  /** Gives a port queues 0 and 1, of 10 and 20 Mbit/s. */
  void addQueues(String port) {
    vsctl(
        List.of(
            "--",
            "set",
            "port",
            port,
            "qos=@qos",
            "--",
            "--id=@qos",
            "create",
            "qos",
            "type=linux-htb",
            "other-config:max-rate=30000000",
            "queues:0=@other",
            "queues:1=@voice",
            "--",
            "--id=@other",
            "create",
            "queue",
            "other-config:min-rate=10000000",
            "--",
            "--id=@voice",
            "create",
            "queue",
            "other-config:min-rate=20000000"));
  }

  /** Has a bridge take as many flows as are given to it. */
  void unlimitFlows(Bridge bridge) {
    vsctl(List.of("--", "clear", "bridge", bridge.name(), "flow_tables"));
  }

  /**
   * Connects a machine to a bridge: a cable between its {@link AccessSwitch#INTERFACE} and its
   * port.
   */
  void connect(Bridge bridge, Machine machine, Namespace host) {
    cable(bridge, machine, host, AccessSwitch.INTERFACE);
    host.run("ip", "addr", "add", machine.address() + "/24", "dev", AccessSwitch.INTERFACE);
  }

  /** Lays a cable from a host's interface, which has no IP address, to a machine's port. */
  void cable(Bridge bridge, Machine machine, Namespace host, String hostInterface) {
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
        hostInterface,
        "address",
        machine.mac(),
        "netns",
        host.name());
    Offloads.switchOff(host, hostInterface);
    host.run("ip", "link", "set", hostInterface, "up");
    addPort(bridge, port, machine.port());
  }

  /**
   * Adds an end of a cable to a bridge.
   *
   * @param cable the interface in this namespace
   * @param port its OpenFlow port number
   */
  void addPort(Bridge bridge, String cable, int port) {
    Offloads.switchOff(namespace, cable);
    namespace.run("ip", "link", "set", cable, "up");
    vsctl(
        List.of(
            "--",
            "add-port",
            bridge.name(),
            cable,
            "--",
            "set",
            "interface",
            cable,
            "ofport_request=" + port));
  }

  /**
   * A command of {@code ovs-ofctl} for a bridge.
   *
   * @param action its options and the name of the command
   * @param arguments what follows the bridge
   */
  Command ofctl(Bridge bridge, List<String> action, String... arguments) {
    Command command =
        Command.of("ovs-ofctl", "-O", PROTOCOL)
            .plus(action.toArray(String[]::new))
            .plus("unix:" + files.resolve(bridge.name() + ".mgmt"));
    return command.plus(arguments);
  }

  /** A command of {@code ovs-appctl} for the daemon. */
  Command appctl(String... command) {
    return Command.of("ovs-appctl", "-t", files.resolve("ovs-vswitchd.ctl").toString())
        .plus(command);
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
    daemon = namespace.start(namespace.role(), own("ovs-vswitchd", databaseSocket()));
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

  /** Runs commands in one transaction, each of them behind a {@code --}. */
  private void vsctl(List<String> commands) {
    Command.of("ovs-vsctl", "--db=" + databaseSocket(), "--timeout=20")
        .plus(commands.toArray(String[]::new))
        .run();
  }

  private String databaseSocket() {
    return "unix:" + files.resolve("db.sock");
  }
}
