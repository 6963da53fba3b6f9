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

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.voip.Bye;
import org.deskedge.voip.Direction;
import org.deskedge.voip.Heartbeat;
import org.deskedge.voip.Reason;

/** Whatever happens, and in whatever order, everything is given back exactly once. */
class NothingLeaksTest {

  enum Event {
    ESTABLISH_OUTGOING,
    ESTABLISH_INCOMING,
    ESTABLISH_UNUSABLE,
    ESTABLISH_BREAKING,
    NEXT_CALL,
    MODIFY,
    RELEASE,
    HEARTBEAT,
    BYE,
    VANISH,
    NEW_AGENT,
    CLIENT_WILL_AGREE,
    CLIENT_WILL_REFUSE,
    CLIENT_WILL_BE_SILENT,
    CLIENT_WILL_BREAK,
    CLIENT_AGREES,
    CLIENT_REFUSES,
    CLIENT_CLOSES,
    PORTS_RUN_OUT,
    PORTS_COME_BACK,
    TIME_PASSES
  }

  @Property(tries = 3000)
  void everythingIsGivenBackOnce(@ForAll @Size(max = 40) List<Event> events) {
    Bench bench = new Bench();
    FakeAgent agent = bench.agentAfterHello();
    long call = 0;
    for (Event event : events) {
      switch (event) {
        case ESTABLISH_OUTGOING -> agent.establish(call);
        case ESTABLISH_INCOMING -> agent.send(FakeAgent.incoming(call, "v=0"));
        case ESTABLISH_UNUSABLE -> agent.send(FakeAgent.incoming(call, FakeRelay.UNUSABLE));
        case ESTABLISH_BREAKING -> agent.send(FakeAgent.incoming(call, FakeRelay.BREAKING));
        case NEXT_CALL -> call = (call + 1) % 3;
        case MODIFY -> agent.modify(call, 1, Direction.SENDRECV);
        case RELEASE -> agent.release(call);
        case HEARTBEAT -> agent.send(new Heartbeat(1, false));
        case BYE -> agent.send(new Bye(Reason.NORMAL, ""));
        case VANISH -> agent.vanishes();
        case NEW_AGENT -> {
          agent.vanishes();
          agent = bench.agentAfterHello();
        }
        case CLIENT_WILL_AGREE -> bench.voice.client = FakeVoice.Client.AGREES;
        case CLIENT_WILL_REFUSE -> bench.voice.client = FakeVoice.Client.REFUSES;
        case CLIENT_WILL_BE_SILENT -> bench.voice.client = FakeVoice.Client.IS_SILENT;
        case CLIENT_WILL_BREAK -> bench.voice.client = FakeVoice.Client.BREAKS;
        case CLIENT_AGREES -> clientAnswers(bench, true);
        case CLIENT_REFUSES -> clientAnswers(bench, false);
        case CLIENT_CLOSES -> {
          if (bench.voice.isOpen()) {
            bench.voice.clientCloses();
          }
        }
        case PORTS_RUN_OUT -> bench.relay.full = true;
        case PORTS_COME_BACK -> bench.relay.full = false;
        case TIME_PASSES -> bench.after(600);
      }
      bench.after(0);
      assertConsistent(bench);
    }

    agent.vanishes();
    clientAnswers(bench, true);
    bench.after(0);

    bench.assertNothingHeld();
  }

  private static void clientAnswers(Bench bench, boolean agrees) {
    if (bench.voice.isAsked() && agrees) {
      bench.voice.clientAgrees();
    } else if (bench.voice.isAsked()) {
      bench.voice.clientRefuses();
    }
  }

  private static void assertConsistent(Bench bench) {
    int calls = bench.control.calls().size();
    if (bench.control.counters().active() != calls || bench.relay.openLegs() != calls) {
      throw new AssertionError(
          "%d calls, %d counted, %d legs open"
              .formatted(calls, bench.control.counters().active(), bench.relay.openLegs()));
    }
    boolean flowing =
        bench.relay.legs.stream()
            .anyMatch(leg -> leg.closes == 0 && leg.direction != MediaDirection.INACTIVE);
    if (flowing && !bench.voice.isOpen()) {
      throw new AssertionError("voice flows without a voice channel");
    }
  }
}
