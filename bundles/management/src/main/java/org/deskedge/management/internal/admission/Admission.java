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

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.deskedge.api.admission.AdmissionControl;
import org.deskedge.api.admission.AdmissionStatus;
import org.deskedge.api.admission.DrainService;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the edge drains, and the policy in force. A component of its own, so that both outlive a
 * change of the endpoint's configuration. Safe for use by any thread.
 */
@Component(
    immediate = true,
    service = {Admission.class, AdmissionControl.class, DrainService.class})
public final class Admission implements AdmissionControl, DrainService {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);

  private static final String DRAINING = "the edge drains";

  /** What is decided by; replaced as a whole, by one thread at a time. */
  private record State(boolean draining, Instant since, Optional<Policy> policy) {}

  private volatile State state = new State(false, now(), Optional.empty());

  @Override
  public Optional<String> refusalOfSession(InetSocketAddress client, InetSocketAddress desktop) {
    State now = state;
    if (now.draining()) {
      return Optional.of(DRAINING);
    }
    return now.policy()
        .filter(policy -> !policy.admits(client.getAddress(), desktop.getAddress()))
        .map(policy -> "no rule of policy revision " + policy.revision() + " admits it");
  }

  @Override
  public Optional<String> refusalOfCall() {
    return state.draining() ? Optional.of(DRAINING) : Optional.empty();
  }

  @Override
  public AdmissionStatus status() {
    State now = state;
    return new AdmissionStatus(
        now.draining(),
        now.since(),
        now.policy()
            .map(policy -> OptionalLong.of(policy.revision()))
            .orElse(OptionalLong.empty()));
  }

  @Override
  public synchronized AdmissionStatus drain(boolean on) {
    if (on != state.draining()) {
      state = new State(on, now(), state.policy());
      log.info(
          on
              ? "draining: new sessions and calls are refused"
              : "no longer draining: new sessions and calls are taken");
    }
    return status();
  }

  /** Returns the policy in force; empty while every session is admitted. */
  public Optional<Policy> policy() {
    return state.policy();
  }

  /**
   * Puts a policy in force unless there is one with a higher revision.
   *
   * @return that higher revision; empty if the new policy is in force
   */
  public synchronized OptionalLong put(Policy next) {
    long present = state.policy().map(Policy::revision).orElse(0L);
    if (next.revision() < present) {
      return OptionalLong.of(present);
    }
    state = new State(state.draining(), state.since(), Optional.of(next));
    log.info("policy revision {} is in force, rules: {}", next.revision(), next.rules().size());
    return OptionalLong.empty();
  }

  /** Takes the policy away: every session is admitted. */
  public synchronized void removePolicy() {
    if (state.policy().isPresent()) {
      state = new State(state.draining(), state.since(), Optional.empty());
      log.info("no policy is in force: every session is admitted");
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
