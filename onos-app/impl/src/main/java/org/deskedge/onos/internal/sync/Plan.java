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
package org.deskedge.onos.internal.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.internal.rules.CompiledRules;
import org.deskedge.onos.internal.rules.RuleCompiler;
import org.deskedge.onos.internal.store.Snapshot;
import org.onosproject.net.DeviceId;

/** What is wanted on every device, and of which configuration. */
final class Plan {

  private final Snapshot config;
  private final RuleCompiler compiler;

  Plan(Snapshot config, RuleCompiler compiler) {
    this.config = config;
    this.compiler = compiler;
  }

  long sequence() {
    return config.sequence();
  }

  CompiledRules compile(DeviceId device) {
    return compiler.compile(device);
  }

  /** A report on policies, each with the version that it is about. */
  Map<PolicyId, DeviceRules> versioned(Map<PolicyId, DeviceRules> report) {
    Map<PolicyId, DeviceRules> versioned = new LinkedHashMap<>();
    report.forEach(
        (id, rules) ->
            versioned.put(id, rules.ofPolicyVersion(config.policies().get(id).version())));
    return versioned;
  }
}
