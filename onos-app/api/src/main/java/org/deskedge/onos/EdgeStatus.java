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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** An edge as the controller sees it: the state, since when, and why. */
public final class EdgeStatus {

  private final EdgeState state;
  private final long since;
  private final String reason;
  private final boolean drainWanted;
  private final EdgeHealth health;
  private final String certificateSha256;

  private EdgeStatus(
      EdgeState state,
      long since,
      String reason,
      boolean drainWanted,
      EdgeHealth health,
      String certificateSha256) {
    this.state = state;
    this.since = since;
    this.reason = reason;
    this.drainWanted = drainWanted;
    this.health = health;
    this.certificateSha256 = certificateSha256;
  }

  /** An edge nobody has probed yet. */
  public static EdgeStatus unknown(Instant since) {
    return new EdgeStatus(
        EdgeState.UNKNOWN, since.toEpochMilli(), "not probed yet", false, null, null);
  }

  /** The same with another state; its time and reason change only if the state does. */
  public EdgeStatus withState(EdgeState newState, String why, Instant when) {
    return newState == state
        ? this
        : new EdgeStatus(
            newState, when.toEpochMilli(), why, drainWanted, health, certificateSha256);
  }

  /** The same with another reason, such as a different failure of an edge that stays down. */
  public EdgeStatus withReason(String why) {
    return new EdgeStatus(state, since, why, drainWanted, health, certificateSha256);
  }

  /** The same with draining wanted or not. */
  public EdgeStatus withDrainWanted(boolean wanted) {
    return new EdgeStatus(state, since, reason, wanted, health, certificateSha256);
  }

  /** The same with what the edge said last; null: it has stopped saying anything. */
  public EdgeStatus withHealth(EdgeHealth latest) {
    return new EdgeStatus(state, since, reason, drainWanted, latest, certificateSha256);
  }

  /** The same with the certificate that is trusted; null: none has been seen. */
  public EdgeStatus withCertificateSha256(String fingerprint) {
    return new EdgeStatus(state, since, reason, drainWanted, health, fingerprint);
  }

  /** The state. */
  public EdgeState state() {
    return state;
  }

  /** When it came to this state, to the millisecond. */
  public Instant since() {
    return Instant.ofEpochMilli(since);
  }

  /** Why it is in this state, for humans; may change while the state stays. */
  public String reason() {
    return reason;
  }

  /** Whether an operator wants it drained; outlasts a restart of the edge and of the controller. */
  public boolean drainWanted() {
    return drainWanted;
  }

  /** What it said in its last good answer; empty while it is down. */
  public Optional<EdgeHealth> health() {
    return Optional.ofNullable(health);
  }

  /** SHA-256 of the certificate that is trusted, configured or recorded at first sight. */
  public Optional<String> certificateSha256() {
    return Optional.ofNullable(certificateSha256);
  }

  @Override
  public int hashCode() {
    return Objects.hash(state, since, reason, drainWanted, health, certificateSha256);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof EdgeStatus)) {
      return false;
    }
    EdgeStatus other = (EdgeStatus) object;
    return state == other.state
        && since == other.since
        && reason.equals(other.reason)
        && drainWanted == other.drainWanted
        && Objects.equals(health, other.health)
        && Objects.equals(certificateSha256, other.certificateSha256);
  }

  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this)
        .omitNullValues()
        .add("state", state)
        .add("since", since())
        .add("reason", reason)
        .add("drainWanted", drainWanted)
        .add("health", health)
        .add("certificateSha256", certificateSha256)
        .toString();
  }
}
