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
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far a policy is: its rules on each device, and who serves its clients. */
public final class PolicyStatus {

  private final PolicyId id;
  private final ImmutableList<DeviceRules> devices;
  private final ImmutableMap<EdgeId, Integer> buckets;
  private final int bucketsWithoutEdge;

  private PolicyStatus(
      PolicyId id,
      ImmutableList<DeviceRules> devices,
      ImmutableMap<EdgeId, Integer> buckets,
      int bucketsWithoutEdge) {
    this.id = id;
    this.devices = devices;
    this.buckets = buckets;
    this.bucketsWithoutEdge = bucketsWithoutEdge;
  }

  /**
   * Puts a status together.
   *
   * @param devices one entry for each device that is available
   * @param buckets client buckets served by each edge
   * @param bucketsWithoutEdge client buckets that {@link RedirectPolicy#onEdgeDown()} applies to
   */
  public static PolicyStatus of(
      PolicyId id,
      Collection<DeviceRules> devices,
      Map<EdgeId, Integer> buckets,
      int bucketsWithoutEdge) {
    return new PolicyStatus(
        id, ImmutableList.copyOf(devices), ImmutableMap.copyOf(buckets), bucketsWithoutEdge);
  }

  /** The policy. */
  public PolicyId id() {
    return id;
  }

  /** The worst of the devices' states; {@link RuleState#PENDING} while there is no device. */
  public RuleState state() {
    return devices.stream()
        .map(DeviceRules::state)
        .max(RuleState::compareTo)
        .orElse(RuleState.PENDING);
  }

  /** Its rules on each device. */
  public List<DeviceRules> devices() {
    return devices;
  }

  /** How many client buckets each edge serves; an edge that serves none is not named. */
  public Map<EdgeId, Integer> buckets() {
    return buckets;
  }

  /** How many client buckets no edge serves. */
  public int bucketsWithoutEdge() {
    return bucketsWithoutEdge;
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, devices, buckets, bucketsWithoutEdge);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof PolicyStatus)) {
      return false;
    }
    PolicyStatus other = (PolicyStatus) object;
    return id.equals(other.id)
        && devices.equals(other.devices)
        && buckets.equals(other.buckets)
        && bucketsWithoutEdge == other.bucketsWithoutEdge;
  }

  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this)
        .add("id", id)
        .add("state", state())
        .add("devices", devices)
        .add("buckets", buckets)
        .add("bucketsWithoutEdge", bucketsWithoutEdge)
        .toString();
  }
}
