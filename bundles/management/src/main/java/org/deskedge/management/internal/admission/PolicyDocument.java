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
package org.deskedge.management.internal.admission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deskedge.management.internal.json.InvalidDocumentException;
import org.deskedge.management.internal.json.Json;
import org.deskedge.management.internal.json.JsonObject;

/** A {@link Policy} as a JSON document. */
public final class PolicyDocument {

  private static final int MAX_NAME = 255;
  private static final String NAME = "a text of 1 to " + MAX_NAME + " characters, none of control";
  private static final String PROTOCOL = "\"" + PolicyRule.RDP + "\"";

  private PolicyDocument() {}

  /**
   * Reads a policy.
   *
   * @param maxPrefixes most prefixes of all rules together
   * @throws InvalidDocumentException naming the first field that is wrong
   */
  public static Policy read(JsonObject document, int maxPrefixes) throws InvalidDocumentException {
    document.only("revision", "rules");
    Policy policy =
        new Policy(
            document.integer("revision", 0, Policy.MAX_REVISION),
            document.objects("rules", PolicyDocument::rule));
    int prefixes = 0;
    for (PolicyRule rule : policy.rules()) {
      prefixes += rule.clients().size() + rule.desktops().size();
    }
    if (prefixes > maxPrefixes) {
      throw new InvalidDocumentException(
          "rules", prefixes + " prefixes", maxPrefixes + " at most (policy.prefixes.limit)");
    }
    return policy;
  }

  /** Writes a policy. */
  public static ObjectNode write(Policy policy) {
    ObjectNode document = Json.object().put("revision", policy.revision());
    ArrayNode rules = document.putArray("rules");
    for (PolicyRule rule : policy.rules()) {
      ObjectNode object = rules.addObject().put("policy", rule.policy());
      write(object.putArray("clients"), rule.clients());
      write(object.putArray("desktops"), rule.desktops());
      object.put("protocol", rule.protocol());
    }
    return document;
  }

  private static void write(ArrayNode list, List<IpPrefix> prefixes) {
    prefixes.forEach(prefix -> list.add(prefix.toString()));
  }

  private static PolicyRule rule(JsonObject rule) throws InvalidDocumentException {
    rule.only("policy", "clients", "desktops", "protocol");
    String policy = rule.text("policy", NAME, PolicyDocument::name);
    List<IpPrefix> clients = prefixes(rule, "clients");
    List<IpPrefix> desktops = prefixes(rule, "desktops");
    if (desktops.isEmpty()) {
      throw new InvalidDocumentException(rule.field("desktops"), "[]", "one prefix or more");
    }
    return new PolicyRule(
        policy, clients, desktops, rule.text("protocol", PROTOCOL, PolicyDocument::protocol));
  }

  private static List<IpPrefix> prefixes(JsonObject rule, String name)
      throws InvalidDocumentException {
    return rule.texts(
        name,
        IpPrefix.ALLOWED,
        (field, text) ->
            IpPrefix.parse(text).orElseThrow(() -> wrong(field, text, IpPrefix.ALLOWED)));
  }

  private static String name(String field, String text) throws InvalidDocumentException {
    if (text.isEmpty()
        || text.length() > MAX_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(field, text, NAME);
    }
    return text;
  }

  private static String protocol(String field, String text) throws InvalidDocumentException {
    if (!text.equals(PolicyRule.RDP)) {
      throw wrong(field, text, PROTOCOL);
    }
    return text;
  }

  private static InvalidDocumentException wrong(String field, String text, String allowed) {
    return new InvalidDocumentException(field, "\"" + text + "\"", allowed);
  }
}
