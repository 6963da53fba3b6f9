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

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.call.CallState;
import org.deskedge.voip.Bye;
import org.deskedge.voip.Reason;
import org.junit.jupiter.api.Test;

class StopTest {

  @Test
  void stoppingSaysByeToEveryAgentAndGivesEverythingBack() {
    Bench bench = new Bench();
    FakeAgent serving = bench.agentAfterHello().establish(1);
    FakeAgent waiting = bench.agent();

    bench.control.stop();

    assertBye(serving);
    assertBye(waiting);
    bench.assertNothingHeld();
  }

  @Test
  void aChannelOpenedAfterwardsIsEndedOnceItsListenerIsKnown() {
    Bench bench = new Bench();
    bench.control.stop();
    FakeAgent late = bench.agent();
    assertThat(late.closes).isZero();

    bench.after(0);

    assertBye(late);
  }

  @Test
  void stoppingFromAnotherThreadWaitsForTheSessionsEventLoops() throws Exception {
    EventLoop loop = new DefaultEventLoop();
    EventLoop gone = new DefaultEventLoop();
    try {
      FakeRelay relay = new FakeRelay();
      CallControl control = new CallControl(relay, Map.of());
      FakeSession session = new FakeSession(1, loop);
      FakeAgent agent =
          loop.submit(() -> new FakeAgent(control, session).hello().establish(1)).get();
      gone.submit(() -> new FakeAgent(control, new FakeSession(2, gone))).get();
      gone.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();

      control.stop();

      assertThat(relay.everyLegClosedOnce()).isTrue();
      assertThat(loop.submit(() -> agent.last()).get()).isInstanceOf(Bye.class);
      assertThat(session.voice().givenBack).isEqualTo(1);
    } finally {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }
  }

  @Test
  void callsCanBeReadByOtherThreadsWhileTheyComeAndGo() throws Exception {
    EventLoop loop = new DefaultEventLoop();
    AtomicBoolean done = new AtomicBoolean();
    try {
      CallControl control = new CallControl(new FakeRelay(), Map.of());
      List<FakeAgent> agents = new ArrayList<>();
      var calls =
          loop.submit(
              () -> {
                for (int session = 1; session <= 8; session++) {
                  agents.add(new FakeAgent(control, new FakeSession(session, loop)).hello());
                }
                for (int round = 0; round < 500; round++) {
                  int call = round;
                  agents.forEach(agent -> agent.establish(call));
                  agents.forEach(agent -> agent.release(call));
                }
                done.set(true);
              });
      do {
        List<CallInfo> seen = control.calls();
        assertThat(seen).hasSizeLessThanOrEqualTo(8);
        assertThat(seen).allMatch(call -> call.state() != CallState.ACTIVE);
        assertThat(seen.stream().map(CallInfo::since).toList())
            .isSortedAccordingTo(Instant::compareTo);
        assertThat(control.counters().active()).isBetween(0, 8);
      } while (!done.get());
      calls.get();

      assertThat(control.counters().released()).isEqualTo(4000);
      assertThat(control.calls()).isEmpty();
    } finally {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }
  }

  private static void assertBye(FakeAgent agent) {
    assertThat(agent.last())
        .isInstanceOfSatisfying(
            Bye.class, bye -> assertThat(bye.reason()).isEqualTo(Reason.SHUTDOWN));
    assertThat(agent.closes).isEqualTo(1);
  }
}
