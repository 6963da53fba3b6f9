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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deskedge.onos.PolicyId;
import org.onosproject.net.flow.FlowRule;

/** Every flow rule wanted on one device, each with the policy it is there for. Immutable. */
public final class CompiledRules {

  private final Map<FlowRule, Optional<PolicyId>> owners;

  private CompiledRules(Map<FlowRule, Optional<PolicyId>> owners) {
    this.owners = Collections.unmodifiableMap(owners);
  }

  /** No rules at all. */
  public static CompiledRules none() {
    return new CompiledRules(Map.of());
  }

  /** The rules. */
  public Set<FlowRule> rules() {
    return owners.keySet();
  }

  /** The policy a rule is there for; empty for edge pass and pins, which serve all. */
  public Optional<PolicyId> owner(FlowRule rule) {
    return owners.getOrDefault(rule, Optional.empty());
  }

  /** The rules of each policy. */
  public Map<PolicyId, Collection<FlowRule>> byPolicy() {
    Map<PolicyId, Collection<FlowRule>> rules = new LinkedHashMap<>();
    owners.forEach(
        (rule, owner) ->
            owner.ifPresent(id -> rules.computeIfAbsent(id, i -> new ArrayList<>()).add(rule)));
    return rules;
  }

  /** The rules that serve all policies. */
  public Collection<FlowRule> shared() {
    List<FlowRule> rules = new ArrayList<>();
    owners.forEach(
        (rule, owner) -> {
          if (!owner.isPresent()) {
            rules.add(rule);
          }
        });
    return rules;
  }

  /** Gathers rules; of two with the same match and priority the first stays. */
  static final class Builder {

    private final Map<FlowRule, Optional<PolicyId>> owners = new LinkedHashMap<>();

    void add(FlowRule rule) {
      owners.putIfAbsent(rule, Optional.empty());
    }

    void add(FlowRule rule, PolicyId owner) {
      owners.putIfAbsent(rule, Optional.of(owner));
    }

    CompiledRules build() {
      return new CompiledRules(owners);
    }
  }
}
