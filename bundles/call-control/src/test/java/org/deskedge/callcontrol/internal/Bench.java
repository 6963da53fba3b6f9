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
package org.deskedge.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.call.CallInfo;

/** Call control with one session, on an event loop whose time the test turns. */
final class Bench {

  final EmbeddedChannel clock = new EmbeddedChannel();
  final FakeRelay relay = new FakeRelay();
  final FakeSession session = new FakeSession(1, clock.eventLoop());
  final FakeVoice voice = session.voice();
  final CallControl control;

  Bench(Map<String, Object> properties) {
    clock.freezeTime();
    control = new CallControl(relay, properties);
  }

  Bench() {
    this(Map.of());
  }

  FakeAgent agent() {
    return new FakeAgent(control, session);
  }

  FakeAgent agentAfterHello() {
    return agent().hello();
  }

  void after(long millis) {
    clock.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    clock.runScheduledPendingTasks();
    clock.runPendingTasks();
  }

  FakeRelay.Leg leg() {
    return relay.legs.get(relay.legs.size() - 1);
  }

  CallInfo call() {
    assertThat(control.calls()).hasSize(1);
    return control.calls().get(0);
  }

  void assertNothingHeld() {
    assertThat(relay.everyLegClosedOnce()).as("every leg closed once").isTrue();
    assertThat(voice.isOpen()).as("voice channel open").isFalse();
    assertThat(voice.givenBack).as("voice channels given back").isEqualTo(voice.opened);
    assertThat(voice.strayReleases).as("releases of what was not open").isZero();
    assertThat(control.calls()).isEmpty();
    assertThat(control.counters().active()).isZero();
  }
}
