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

/**
 * What one size of the policy benchmark has shown. Without an outcome of {@code "complete"} the
 * measures after it are null.
 *
 * @param switches how many switches
 * @param prefixes how many client prefixes
 * @param flows how many flows that makes, on all switches together
 * @param outcome {@code "complete"}, or why it was not
 * @param installMs from the PUT of the policy to the last flow in the last switch
 * @param flowsPerSecond flows by that time
 * @param directMs the same flows given to the same switches by {@code ovs-ofctl} alone
 * @param directFlowsPerSecond flows by that time
 * @param timesDirect {@code installMs} by {@code directMs}
 * @param onosCpuMs processor time of ONOS in {@code installMs}
 * @param switchCpuMs processor time of Open vSwitch in {@code installMs}
 * @param onosHeapMb used after a full collection with the policy installed, in MiB
 * @param onosResidentMb memory ONOS holds then, in MiB
 * @param switchResidentMb memory Open vSwitch holds then, in MiB
 * @param changeMs from the PUT of one prefix more to its last flow in the last switch
 * @param loadAverage of the machine at the end of the installation
 */
public record PolicyCaseResult(
    int switches,
    int prefixes,
    long flows,
    String outcome,
    Double installMs,
    Double flowsPerSecond,
    Double directMs,
    Double directFlowsPerSecond,
    Double timesDirect,
    Long onosCpuMs,
    Long switchCpuMs,
    Long onosHeapMb,
    Long onosResidentMb,
    Long switchResidentMb,
    Distribution changeMs,
    double loadAverage) {

  /** The outcome of a case that was measured to its end. */
  public static final String COMPLETE = "complete";

  /** A case that was not measured to its end. */
  static PolicyCaseResult incomplete(PolicyCase size, String why) {
    return new PolicyCaseResult(
        size.switches(),
        size.prefixes(),
        size.flows(),
        why,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Load.average());
  }

  /** Whether it was measured to its end. */
  boolean isComplete() {
    return outcome.equals(COMPLETE);
  }
}
