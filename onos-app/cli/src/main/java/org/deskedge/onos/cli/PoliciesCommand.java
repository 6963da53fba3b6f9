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
package org.deskedge.onos.cli;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.PolicyStatus;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyService;
import org.deskedge.onos.codec.PolicyStatusCodec;
import org.deskedge.onos.codec.RedirectPolicyCodec;
import org.onosproject.cli.AbstractShellCommand;
import org.onosproject.store.service.Versioned;

/** Lists policies, or tells all of one. */
@Service
@Command(
    scope = "onos",
    name = "deskedge-policies",
    description = "Lists redirect policies and how far they are; with an ID, all of one")
public final class PoliciesCommand extends AbstractShellCommand {

  @Argument(name = "ID", description = "Id of the only policy to show")
  @Completion(PolicyIdCompleter.class)
  private String id;

  @Reference private RedirectPolicyService service;

  @Override
  protected void doExecute() {
    List<Versioned<RedirectPolicy>> policies = new ArrayList<>();
    if (id == null) {
      policies.addAll(service.getPolicies());
      policies.sort(byPriority());
    } else {
      PolicyId wanted = PolicyId.of(id);
      policies.add(service.getPolicy(wanted).orElseThrow(() -> NotFoundException.policy(wanted)));
    }
    if (outputJson()) {
      print("%s", json(policies));
      return;
    }
    for (Versioned<RedirectPolicy> policy : policies) {
      show(policy);
    }
  }

  private static Comparator<Versioned<RedirectPolicy>> byPriority() {
    return comparing((Versioned<RedirectPolicy> policy) -> -policy.value().priority())
        .thenComparing(policy -> policy.value().id().id());
  }

  private ObjectNode json(List<Versioned<RedirectPolicy>> policies) {
    ObjectNode json = mapper().createObjectNode();
    ArrayNode array = json.putArray("policies");
    for (Versioned<RedirectPolicy> versioned : policies) {
      RedirectPolicy policy = versioned.value();
      ObjectNode entry = array.addObject().put("version", versioned.version());
      entry.set("policy", new RedirectPolicyCodec().encode(policy, this));
      service
          .getStatus(policy.id())
          .ifPresent(status -> entry.set("status", new PolicyStatusCodec().encode(status, this)));
    }
    return json;
  }

  private void show(Versioned<RedirectPolicy> versioned) {
    RedirectPolicy policy = versioned.value();
    PolicyStatus status = service.getStatus(policy.id()).orElse(null);
    print(
        "%s: priority %d, %s, %s to %s, %s, %s",
        policy.id(),
        policy.priority(),
        policy.protocol().text(),
        counted(policy),
        policy.target(),
        policy.onEdgeDown().text(),
        status == null ? "no status" : status.state());
    if (id == null) {
      return;
    }
    print("  version %d, voice %s", versioned.version(), policy.voice());
    print("  clients %s, client ports %s", policy.clients(), policy.clientPorts());
    print("  desktops %s", policy.desktops());
    if (status != null) {
      print("  buckets %s, without edge %d", status.buckets(), status.bucketsWithoutEdge());
      status.devices().forEach(this::show);
    }
  }

  private void show(DeviceRules rules) {
    print(
        "  %s: %d of %d rules, %s%s",
        rules.device(),
        rules.installed(),
        rules.wanted(),
        rules.state(),
        rules.reason().map(reason -> ": " + reason).orElse(""));
  }

  private static String counted(RedirectPolicy policy) {
    return (policy.clients().size() + policy.clientPorts().size())
        + " clients, "
        + policy.desktops().size()
        + " desktop prefixes";
  }
}
