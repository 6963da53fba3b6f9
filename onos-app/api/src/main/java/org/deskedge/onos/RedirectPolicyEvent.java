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

import java.util.Optional;
import org.onosproject.event.AbstractEvent;

/** A redirect policy has changed; seen on every node of the cluster. */
public final class RedirectPolicyEvent
    extends AbstractEvent<RedirectPolicyEvent.Type, RedirectPolicy> {

  /** What has happened. */
  public enum Type {
    /** There is a new policy. */
    POLICY_ADDED,
    /** A policy is other than it was. */
    POLICY_UPDATED,
    /** A policy is gone; the subject is the last that it was. */
    POLICY_REMOVED,
    /** Its rules on some device, or the edges that serve it, are other than they were. */
    POLICY_STATUS_CHANGED
  }

  private final RedirectPolicy previous;

  /** Tells of an addition, a removal or a status. */
  public RedirectPolicyEvent(Type type, RedirectPolicy subject) {
    this(type, subject, null);
  }

  /** Tells of an update; the previous policy may be null. */
  public RedirectPolicyEvent(Type type, RedirectPolicy subject, RedirectPolicy previous) {
    super(type, subject);
    this.previous = previous;
  }

  /** What an updated policy was before. */
  public Optional<RedirectPolicy> previous() {
    return Optional.ofNullable(previous);
  }
}
