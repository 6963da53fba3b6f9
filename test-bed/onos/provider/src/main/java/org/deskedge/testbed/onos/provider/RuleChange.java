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
package org.deskedge.testbed.onos.provider;

import org.onosproject.net.flow.FlowRule;

/** One rule that is to be added, changed or removed. Immutable; equal only to itself. */
final class RuleChange {

  /** What is to be done. */
  enum Kind {
    ADD,
    MODIFY,
    REMOVE
  }

  private final Kind kind;
  private final FlowRule rule;

  RuleChange(Kind kind, FlowRule rule) {
    this.kind = kind;
    this.rule = rule;
  }

  Kind kind() {
    return kind;
  }

  FlowRule rule() {
    return rule;
  }
}
