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
package org.deskedge.onos.internal.probe;

import java.util.Optional;
import java.util.Set;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.internal.rules.Session;

/** What one probe has found: an edge that does its job, or a reason why not. Immutable. */
final class ProbeResult {

  private final boolean good;
  private final String reason;
  private final boolean certificateChanged;
  private final boolean draining;
  private final EdgeHealth health;
  private final Set<Session> sessions;

  private ProbeResult(
      boolean good,
      String reason,
      boolean certificateChanged,
      boolean draining,
      EdgeHealth health,
      Set<Session> sessions) {
    this.good = good;
    this.reason = reason;
    this.certificateChanged = certificateChanged;
    this.draining = draining;
    this.health = health;
    this.sessions = sessions;
  }

  /** It answers. */
  static ProbeResult good(
      String reason, boolean draining, EdgeHealth health, Set<Session> sessions) {
    return new ProbeResult(true, reason, false, draining, health, sessions);
  }

  /** It does not answer as it should. */
  static ProbeResult bad(String reason) {
    return new ProbeResult(false, reason, false, false, null, null);
  }

  /** Somebody answers, but not with the certificate that is trusted. */
  static ProbeResult stranger(String reason) {
    return new ProbeResult(false, reason, true, false, null, null);
  }

  boolean isGood() {
    return good;
  }

  String reason() {
    return reason;
  }

  boolean certificateChanged() {
    return certificateChanged;
  }

  boolean draining() {
    return draining;
  }

  EdgeHealth health() {
    return health;
  }

  Optional<Set<Session>> sessions() {
    return Optional.ofNullable(sessions);
  }
}
