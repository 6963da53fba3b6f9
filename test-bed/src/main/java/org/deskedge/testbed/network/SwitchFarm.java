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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;

/**
 * Many access switches, each a bridge of one Open vSwitch: what a controller has to do with,
 * without machines behind it. They share one thread for OpenFlow, as the bridges of one machine do.
 */
public final class SwitchFarm {

  /** Name of its namespace without {@link Namespace#PREFIX}. */
  public static final String ROLE = "farm";

  /** Most switches; each has an interface in the namespace, named by three digits. */
  public static final int MAX_SIZE = 999;

  private static final long FIRST_DATAPATH_ID = 0xb001;
  private static final Pattern RULES = Pattern.compile("\\brules:(\\d+)");
  private static final Pattern FLOW_COUNT = Pattern.compile("\\bflow_count=(\\d+)");

  private final OpenVswitch vswitch;
  private final List<OpenVswitch.Bridge> bridges;
  private final Path bundles;

  private SwitchFarm(OpenVswitch vswitch, List<OpenVswitch.Bridge> bridges, Path bundles) {
    this.vswitch = vswitch;
    this.bridges = bridges;
    this.bundles = bundles;
  }

  /**
   * Starts switches without ports, flows and controller.
   *
   * @param size how many, 1..{@link #MAX_SIZE}
   */
  public static SwitchFarm start(int size, StateDirectory state) {
    List<OpenVswitch.Bridge> bridges =
        IntStream.range(0, size)
            .mapToObj(i -> new OpenVswitch.Bridge("s%03d".formatted(i), FIRST_DATAPATH_ID + i))
            .toList();
    OpenVswitch vswitch = OpenVswitch.start(ROLE, state);
    vswitch.addBridges(bridges);
    return new SwitchFarm(vswitch, bridges, state.emptyFolder("bundles"));
  }

  /** The machine that all of them are. */
  public Namespace namespace() {
    return vswitch.namespace();
  }

  /** Process id of the Open vSwitch. */
  public long pid() {
    return vswitch.pid();
  }

  /** What ONOS calls the first switches. */
  public List<String> deviceIds(int count) {
    return first(count).stream().map(OpenVswitch.Bridge::deviceId).toList();
  }

  /** Connects a machine to the first switch. */
  public void connect(Machine machine, Namespace host) {
    vswitch.connect(bridges.get(0), machine, host);
  }

  /** Hands the first switches over to a controller; all their flows go. */
  public void setController(int count, String address, int port) {
    vswitch.setController(first(count), address, port);
  }

  /** Takes all switches from their controller; all flows go. */
  public void dropController() {
    vswitch.dropController(bridges);
  }

  /** Adds a flow to a switch, as {@code ovs-ofctl add-flow} takes it. */
  void addFlow(int index, String flow) {
    vswitch.ofctl(bridges.get(index), List.of("add-flow"), flow).run();
  }

  /**
   * Flows of all switches together, with a constant number of hidden ones. Costs the switches no
   * work that grows with the flows, unlike {@link #flows(int)}.
   */
  public long total() {
    return number(RULES, vswitch.appctl("memory/show").run());
  }

  /** Flows of each of the first switches, as {@code ovs-ofctl dump-aggregate} counts them. */
  public List<Long> flows(int count) {
    return first(count).stream()
        .map(bridge -> vswitch.ofctl(bridge, List.of("dump-aggregate")).run())
        .map(text -> number(FLOW_COUNT, text))
        .toList();
  }

  /** Keeps the flows of the first switches in a file each, for {@link #addBundles}. */
  public void saveBundles(int count) {
    for (OpenVswitch.Bridge bridge : first(count)) {
      String flows = vswitch.ofctl(bridge, List.of("--no-stats", "--no-names", "dump-flows")).run();
      List<String> lines = flows.lines().filter(line -> line.contains("actions=")).toList();
      try {
        Files.write(bundle(bridge), lines);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + bundle(bridge), e);
      }
    }
  }

  /**
   * Gives the first switches the flows that {@link #saveBundles} kept, each in one bundle, two
   * switches at a time: one is read while the other one is sent.
   */
  public void addBundles(int count, Duration limit) {
    StringBuilder arguments = new StringBuilder();
    List<String> command = new ArrayList<>(List.of("xargs", "-P", "2", "-n", "2"));
    // All but the bridge and its file is the same for all.
    Command each = vswitch.ofctl(bridges.get(0), List.of("--bundle", "add-flows"));
    List<String> words = each.arguments();
    command.addAll(words.subList(0, words.size() - 1));
    for (OpenVswitch.Bridge bridge : first(count)) {
      List<String> target = vswitch.ofctl(bridge, List.of()).arguments();
      arguments
          .append(target.get(target.size() - 1))
          .append(' ')
          .append(bundle(bridge))
          .append('\n');
    }
    Command.of(command.toArray(String[]::new)).run(arguments.toString(), limit);
  }

  /** Deletes all flows of the first switches. */
  public void deleteFlows(int count) {
    first(count).forEach(bridge -> vswitch.ofctl(bridge, List.of("del-flows")).run());
  }

  private List<OpenVswitch.Bridge> first(int count) {
    return bridges.subList(0, count);
  }

  private Path bundle(OpenVswitch.Bridge bridge) {
    return bundles.resolve(bridge.name() + ".flows");
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new TestBedException("no " + pattern + " in what Open vSwitch says: " + text);
    }
    return Long.parseLong(matcher.group(1));
  }
}
