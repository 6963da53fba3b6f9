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
package org.deskedge.onos;

import com.google.common.base.MoreObjects;
import java.util.Objects;
import java.util.Optional;
import org.onosproject.net.DeviceId;

/** A policy's flow rules on one device. */
public final class DeviceRules {

  private final DeviceId device;
  private final RuleState state;
  private final int wanted;
  private final int installed;
  private final String reason;
  private final long policyVersion;

  private DeviceRules(
      DeviceId device,
      RuleState state,
      int wanted,
      int installed,
      String reason,
      long policyVersion) {
    this.device = device;
    this.state = state;
    this.wanted = wanted;
    this.installed = installed;
    this.reason = reason;
    this.policyVersion = policyVersion;
  }

  /** The device holds some of the rules or all; which, the counts say. */
  public static DeviceRules of(DeviceId device, int wanted, int installed) {
    RuleState state = installed >= wanted ? RuleState.INSTALLED : RuleState.PENDING;
    return new DeviceRules(device, state, wanted, installed, null, 0);
  }

  /** Nobody has looked at the device since the policy came; how many rules it needs is unknown. */
  public static DeviceRules untried(DeviceId device) {
    return new DeviceRules(device, RuleState.PENDING, 0, 0, null, 0);
  }

  /** The device refused the rules. */
  public static DeviceRules failed(DeviceId device, int wanted, int installed, String reason) {
    return new DeviceRules(
        device, RuleState.FAILED, wanted, installed, Objects.requireNonNull(reason), 0);
  }

  /** The same, as found of one version of the policy. */
  public DeviceRules ofPolicyVersion(long version) {
    return new DeviceRules(device, state, wanted, installed, reason, version);
  }

  /** The version of the policy that this was found of; 0 if that is not known. */
  public long policyVersion() {
    return policyVersion;
  }

  /** The device. */
  public DeviceId device() {
    return device;
  }

  /** How far it is. */
  public RuleState state() {
    return state;
  }

  /** How many flow rules the policy needs there; 0 if that is not known yet. */
  public int wanted() {
    return wanted;
  }

  /** How many of these the device has confirmed. */
  public int installed() {
    return installed;
  }

  /** Why it failed, if it did. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(device, state, wanted, installed, reason, policyVersion);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof DeviceRules)) {
      return false;
    }
    DeviceRules other = (DeviceRules) object;
    return device.equals(other.device)
        && state == other.state
        && wanted == other.wanted
        && installed == other.installed
        && Objects.equals(reason, other.reason)
        && policyVersion == other.policyVersion;
  }

  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this)
        .omitNullValues()
        .add("device", device)
        .add("state", state)
        .add("wanted", wanted)
        .add("installed", installed)
        .add("reason", reason)
        .toString();
  }
}
