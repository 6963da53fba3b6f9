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

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.network.SwitchFarm;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/** Measures one size after the other on one bed. */
final class PolicyRun {

  /** How often a small change is repeated, unless {@link #CHANGES_LIMIT} comes first. */
  static final int CHANGES = 30;

  /** How long an installation, one small change, and all small changes may take. */
  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(4);

  private static final Duration CHANGE_LIMIT = Duration.ofMinutes(1);

  private static final Duration CHANGES_LIMIT = Duration.ofSeconds(75);

  /** How often the controller is asked whether it has given up: seldom, since it costs it work. */
  private static final Duration ASK_CONTROLLER = Duration.ofSeconds(5);

  private static final Duration SETTLED = Duration.ofSeconds(2);

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final PolicyBed bed;
  private final SwitchFarm farm;
  private final Progress progress;

  PolicyRun(PolicyBed bed, Progress progress) {
    this.bed = bed;
    this.farm = bed.farm();
    this.progress = progress;
  }

  /**
   * Measures one size. Afterwards no switch is connected and there is no policy.
   *
   * @throws TestBedException if it does not come to its end, for whatever reason
   */
  PolicyCaseResult measure(PolicyCase size) {
    progress.say(size + ": connecting the switches");
    bed.connect(size.switches());
    long empty = settled();
    progress.say(size + ": installing the policy, " + size.flows() + " flows");
    long onos = bed.onos().pid();
    Duration onosBefore = ProcessSize.cpu(onos);
    Duration switchBefore = ProcessSize.cpu(farm.pid());
    double install = put(size, empty, INSTALL_LIMIT) / NANOS_PER_MILLI;
    long onosCpu = ProcessSize.cpu(onos).minus(onosBefore).toMillis();
    long switchCpu = ProcessSize.cpu(farm.pid()).minus(switchBefore).toMillis();
    double load = Load.average();
    progress.say(String.format(Locale.ROOT, "%s: %.0f ms; counting each switch", size, install));
    verify(size);
    bed.app().awaitInstalled(PolicyCase.POLICY);
    farm.saveBundles(size.switches());
    long heap = ProcessSize.heapAfterCollectionMb(onos);
    long resident = ProcessSize.residentMb(onos);
    long switchResident = ProcessSize.residentMb(farm.pid());
    progress.say(size + ": one prefix more, " + CHANGES + " times");
    Distribution change = change(size, empty);
    progress.say(
        String.format(
            Locale.ROOT, "%s: p50 %.0f ms; the same flows by ovs-ofctl", size, change.p50()));
    bed.app().removePolicy(PolicyCase.POLICY);
    bed.disconnect();
    double direct = direct(size) / NANOS_PER_MILLI;
    return new PolicyCaseResult(
        size.switches(),
        size.prefixes(),
        size.flows(),
        PolicyCaseResult.COMPLETE,
        install,
        size.flows() * MILLIS_PER_SECOND / install,
        direct,
        size.flows() * MILLIS_PER_SECOND / direct,
        install / direct,
        onosCpu,
        switchCpu,
        heap,
        resident,
        switchResident,
        change,
        load);
  }

  /** Puts a policy and waits for its flows; returns the time between in nanoseconds. */
  private long put(PolicyCase size, long empty, Duration limit) {
    String policy = size.policy();
    long start = System.nanoTime();
    bed.app().putPolicy(PolicyCase.POLICY, policy);
    long asked = start;
    while (true) {
      long there = farm.total() - empty;
      long now = System.nanoTime();
      if (there == size.flows()) {
        return now - start;
      }
      if (now - start > limit.toNanos()) {
        throw new TestBedException(
            there + " of " + size.flows() + " flows after " + limit.toSeconds() + " s; " + state());
      }
      if (now - asked > ASK_CONTROLLER.toNanos()) {
        asked = now;
        requireHope(there, size);
      }
      Waiting.pause(1);
    }
  }

  private void requireHope(long there, PolicyCase size) {
    if (!bed.onos().isRunning()) {
      throw new TestBedException(
          "ONOS has ended with "
              + there
              + " of "
              + size.flows()
              + " flows: see its log, logs/onos.log");
    }
  }

  private String state() {
    try {
      JsonNode status = bed.app().policyStatus(PolicyCase.POLICY);
      for (JsonNode device : status.path("devices")) {
        if (!device.path("reason").isNull()) {
          return "the policy is " + status.path("state").asText() + ": " + device;
        }
      }
      return "the policy is " + status.path("state").asText();
    } catch (TestBedException e) {
      return "the controller does not answer: " + e.getMessage();
    }
  }

  /** The count of hidden flows alone, once nothing moves any more. */
  private long settled() {
    long last = farm.total();
    long since = System.nanoTime();
    while (System.nanoTime() - since < SETTLED.toNanos()) {
      Waiting.pause(100);
      long now = farm.total();
      if (now != last) {
        last = now;
        since = System.nanoTime();
      }
    }
    return last;
  }

  private void verify(PolicyCase size) {
    List<Long> counted = farm.flows(size.switches());
    if (!counted.equals(size.flowsBySwitch())) {
      throw new TestBedException(
          "the switches have " + counted + " flows instead of " + size.flowsBySwitch());
    }
  }

  private Distribution change(PolicyCase size, long empty) {
    List<Long> nanos = new ArrayList<>();
    long start = System.nanoTime();
    int more = 0;
    while (more < CHANGES && System.nanoTime() - start < CHANGES_LIMIT.toNanos()) {
      more++;
      PolicyCase changed = size.with(more);
      nanos.add(put(changed, empty, CHANGE_LIMIT));
      // Each begins with a controller that has nothing left to do.
      bed.app().awaitInstalled(PolicyCase.POLICY);
    }
    verify(size.with(more));
    return Distribution.ofNanos(nanos);
  }

  /** Gives the switches the same flows without a controller; returns the time in nanoseconds. */
  private long direct(PolicyCase size) {
    long empty = settled();
    long start = System.nanoTime();
    farm.addBundles(size.switches(), INSTALL_LIMIT);
    long nanos = System.nanoTime() - start;
    if (farm.total() - empty != size.flows()) {
      throw new TestBedException("ovs-ofctl left " + (farm.total() - empty) + " flows");
    }
    verify(size);
    farm.deleteFlows(size.switches());
    return nanos;
  }
}
