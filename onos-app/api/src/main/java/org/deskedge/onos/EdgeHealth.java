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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What an edge last said of itself. What it did not say is empty, never a default. */
public final class EdgeHealth {

  private final String version;
  private final EdgeLoad sessions;
  private final EdgeLoad calls;
  private final Long policyRevision;

  private EdgeHealth(String version, EdgeLoad sessions, EdgeLoad calls, Long policyRevision) {
    this.version = version;
    this.sessions = sessions;
    this.calls = calls;
    this.policyRevision = policyRevision;
  }

  /**
   * What the edge reported; null stands for what it did not.
   *
   * @param version of the edge's software
   * @param sessions remote-desktop sessions
   * @param calls calls whose voice it carries
   * @param policyRevision of the admission policy it has from the controller
   */
  public static EdgeHealth of(
      String version, EdgeLoad sessions, EdgeLoad calls, Long policyRevision) {
    return new EdgeHealth(version, sessions, calls, policyRevision);
  }

  /** The edge's software version. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** Remote-desktop sessions. */
  public Optional<EdgeLoad> sessions() {
    return Optional.ofNullable(sessions);
  }

  /** Calls whose voice the edge carries. */
  public Optional<EdgeLoad> calls() {
    return Optional.ofNullable(calls);
  }

  /** Revision of the admission policy the edge has from the controller. */
  public OptionalLong policyRevision() {
    return policyRevision == null ? OptionalLong.empty() : OptionalLong.of(policyRevision);
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, sessions, calls, policyRevision);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof EdgeHealth)) {
      return false;
    }
    EdgeHealth other = (EdgeHealth) object;
    return Objects.equals(version, other.version)
        && Objects.equals(sessions, other.sessions)
        && Objects.equals(calls, other.calls)
        && Objects.equals(policyRevision, other.policyRevision);
  }

  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this)
        .omitNullValues()
        .add("version", version)
        .add("sessions", sessions)
        .add("calls", calls)
        .add("policyRevision", policyRevision)
        .toString();
  }
}
