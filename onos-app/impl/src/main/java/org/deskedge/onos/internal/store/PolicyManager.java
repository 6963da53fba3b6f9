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
package org.deskedge.onos.internal.store;

import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.PolicyStatus;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.deskedge.onos.RedirectPolicyEvent;
import org.deskedge.onos.RedirectPolicyListener;
import org.deskedge.onos.RedirectPolicyService;
import org.deskedge.onos.internal.rules.Assignment;
import org.deskedge.onos.internal.rules.NetworkView;
import org.onosproject.event.EventDeliveryService;
import org.onosproject.event.ListenerRegistry;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceService;
import org.onosproject.store.service.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Policies, as REST, commands and other apps see them. Safe for use by several threads. */
@Component(service = {RedirectPolicyService.class, RedirectPolicyAdminService.class})
public final class PolicyManager
    implements RedirectPolicyAdminService, ConfigListener, StatusListener {

  private final ConfigStore config;
  private final StatusStore status;
  private final EventDeliveryService events;
  private final DeviceService devices;
  private final Ports ports;
  private final ListenerRegistry<RedirectPolicyEvent, RedirectPolicyListener> registry =
      new ListenerRegistry<>();

  /** Starts to tell of events. */
  @Activate
  public PolicyManager(
      @Reference ConfigStore config,
      @Reference StatusStore status,
      @Reference EventDeliveryService events,
      @Reference DeviceService devices) {
    this.devices = devices;
    this.ports = new Ports(devices);
    this.config = config;
    this.status = status;
    this.events = events;
    events.addSink(RedirectPolicyEvent.class, registry);
    config.addListener(this);
    status.addListener(this);
  }

  /** Stops to tell of events. */
  @Deactivate
  public void deactivate() {
    config.removeListener(this);
    status.removeListener(this);
    events.removeSink(RedirectPolicyEvent.class);
  }

  @Override
  public void addListener(RedirectPolicyListener listener) {
    registry.addListener(listener);
  }

  @Override
  public void removeListener(RedirectPolicyListener listener) {
    registry.removeListener(listener);
  }

  @Override
  public Set<Versioned<RedirectPolicy>> getPolicies() {
    return ImmutableSet.copyOf(config.snapshot().policies().values());
  }

  @Override
  public Optional<Versioned<RedirectPolicy>> getPolicy(PolicyId id) {
    return Optional.ofNullable(config.snapshot().policies().get(id));
  }

  @Override
  public Optional<PolicyStatus> getStatus(PolicyId id) {
    Snapshot snapshot = config.snapshot();
    return Optional.ofNullable(snapshot.policies().get(id))
        .map(policy -> statusOf(policy, status.view(snapshot)));
  }

  private PolicyStatus statusOf(Versioned<RedirectPolicy> stored, NetworkView view) {
    RedirectPolicy policy = stored.value();
    Assignment assignment = Assignment.of(policy, view);
    Map<DeviceId, DeviceRules> known = status.rules(policy.id());
    // What a device holds of an earlier version says nothing of this one.
    known.replaceAll(
        (device, rules) ->
            rules.policyVersion() == stored.version() ? rules : DeviceRules.untried(device));
    for (Device device : devices.getAvailableDevices()) {
      known.computeIfAbsent(device.id(), DeviceRules::untried);
    }
    List<DeviceRules> sorted =
        known.values().stream()
            .sorted(Comparator.comparing(rules -> rules.device().toString()))
            .collect(Collectors.toList());
    return PolicyStatus.of(policy.id(), sorted, assignment.counts(), assignment.unserved());
  }

  @Override
  public Versioned<RedirectPolicy> put(RedirectPolicy policy, OptionalLong expectedVersion) {
    policy.clientPorts().forEach(port -> ports.check("clientPorts", port));
    return config
        .put(
            policy,
            snapshot -> {
              Versioned<RedirectPolicy> present = snapshot.policies().get(policy.id());
              Checks.version("policy " + policy.id(), expectedVersion, present);
              Checks.room("policies", snapshot.policies().size(), present);
              Checks.policy(policy, snapshot);
            })
        .policies()
        .get(policy.id());
  }

  @Override
  public RedirectPolicy remove(PolicyId id, OptionalLong expectedVersion) {
    Map<PolicyId, RedirectPolicy> removed = new HashMap<>();
    config.remove(
        id,
        snapshot -> {
          Versioned<RedirectPolicy> present = snapshot.policies().get(id);
          if (present == null) {
            throw NotFoundException.policy(id);
          }
          Checks.version("policy " + id, expectedVersion, present);
          removed.put(id, present.value());
        });
    return removed.get(id);
  }

  @Override
  public void changed(Snapshot before, Snapshot after) {
    after
        .policies()
        .forEach(
            (id, policy) -> {
              Versioned<RedirectPolicy> old = before.policies().get(id);
              if (old == null) {
                events.post(
                    new RedirectPolicyEvent(RedirectPolicyEvent.Type.POLICY_ADDED, policy.value()));
              } else if (old.version() != policy.version()) {
                events.post(
                    new RedirectPolicyEvent(
                        RedirectPolicyEvent.Type.POLICY_UPDATED, policy.value(), old.value()));
              }
            });
    before
        .policies()
        .forEach(
            (id, policy) -> {
              if (!after.policies().containsKey(id)) {
                events.post(
                    new RedirectPolicyEvent(
                        RedirectPolicyEvent.Type.POLICY_REMOVED, policy.value()));
              }
            });
  }

  @Override
  public void rulesChanged(PolicyId id) {
    getPolicy(id).ifPresent(policy -> statusChanged(policy.value()));
  }

  @Override
  public void edgeChanged(EdgeId edge, EdgeStatus before, EdgeStatus after) {
    EdgeState former = before == null ? EdgeState.UNKNOWN : before.state();
    if (former == after.state()) {
      return;
    }
    Snapshot snapshot = config.snapshot();
    NetworkView view = status.view(snapshot);
    view.policies().stream()
        .filter(policy -> view.targets(policy).stream().anyMatch(t -> t.id().equals(edge)))
        .forEach(this::statusChanged);
  }

  private void statusChanged(RedirectPolicy policy) {
    events.post(new RedirectPolicyEvent(RedirectPolicyEvent.Type.POLICY_STATUS_CHANGED, policy));
  }
}
