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
package org.deskedge.onos.rest;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.PolicyStatus;
import org.deskedge.onos.RuleState;

/** Counts policies, edges and devices by state. */
final class Summary {

  /** Most failures that are listed one by one; the counts hold all. */
  static final int MAX_FAILURES = 100;

  private Summary() {}

  static ObjectNode of(Collection<PolicyStatus> policies, Collection<EdgeStatus> edges) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    count(json, "policies", RuleState.values(), policies.stream().map(PolicyStatus::state));
    count(json, "edges", EdgeState.values(), edges.stream().map(EdgeStatus::state));
    count(json, "devices", RuleState.values(), devices(policies).values().stream());
    ArrayNode failures = json.putArray("failures");
    policies.stream()
        .sorted(comparing(policy -> policy.id().id()))
        .flatMap(Summary::failures)
        .limit(MAX_FAILURES)
        .forEach(failures::add);
    return json;
  }

  /** Each device with the worst state that any policy has there. */
  private static Map<String, RuleState> devices(Collection<PolicyStatus> policies) {
    Map<String, RuleState> devices = new TreeMap<>();
    for (PolicyStatus policy : policies) {
      for (DeviceRules rules : policy.devices()) {
        devices.merge(
            rules.device().toString(), rules.state(), (a, b) -> a.compareTo(b) < 0 ? b : a);
      }
    }
    return devices;
  }

  private static Stream<ObjectNode> failures(PolicyStatus policy) {
    return policy.devices().stream()
        .filter(rules -> rules.state() == RuleState.FAILED)
        .map(
            rules ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("policy", policy.id().id())
                    .put("device", rules.device().toString())
                    .put("reason", rules.reason().orElse(null)));
  }

  private static <S extends Enum<S>> void count(
      ObjectNode json, String name, S[] states, Stream<S> present) {
    Map<S, Long> counts =
        present.collect(
            Collectors.groupingBy(
                Function.identity(),
                () -> new EnumMap<>(states[0].getDeclaringClass()),
                Collectors.counting()));
    ObjectNode node = json.putObject(name);
    node.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
    for (S state : states) {
      node.put(state.name().toLowerCase(Locale.ROOT), counts.getOrDefault(state, 0L));
    }
  }
}
