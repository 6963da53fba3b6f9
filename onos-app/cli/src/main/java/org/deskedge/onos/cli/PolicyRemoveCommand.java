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

import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.onosproject.cli.AbstractShellCommand;

/** Removes a policy. */
@Service
@Command(
    scope = "onos",
    name = "deskedge-policy-remove",
    description = "Removes a redirect policy; sessions stay on their edge until they end")
public final class PolicyRemoveCommand extends AbstractShellCommand {

  @Argument(name = "ID", required = true, description = "Id of the policy")
  @Completion(PolicyIdCompleter.class)
  private String id;

  @Reference private RedirectPolicyAdminService service;

  @Override
  protected void doExecute() {
    service.remove(PolicyId.of(id), OptionalLong.empty());
    print("policy %s is removed", id);
  }
}
