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

import java.util.concurrent.TimeUnit;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.TelephoneEvent;
import org.deskedge.voip.Direction;
import org.deskedge.voip.EventNotice;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneEventTest {

  private final Bench bench = new Bench();
  private final FakeAgent agent = bench.agentAfterHello().establish(1);

  private void talk() {
    agent.modify(1, 2, Direction.SENDRECV);
  }

  @Test
  void anEventOfTheAgentIsSentAndNotAnswered() {
    talk();
    int before = agent.received.size();

    agent.send(new EventNotice(1, 3, 11, 160)).send(new EventNotice(1, 4, 16, 65_535));

    assertThat(bench.leg().events)
        .containsExactly(new TelephoneEvent(11, 160), new TelephoneEvent(16, 10_000));
    assertThat(agent.received).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({"17, 160", "255, 160", "1, 0"})
  void anEventThatIsNoneIsRejectedAndTheCallGoesOn(int event, int millis) {
    talk();

    agent.send(new EventNotice(1, 3, event, millis));

    assertThat(agent.last())
        .isInstanceOfSatisfying(
            EventReject.class,
            reject -> {
              assertThat(reject.call()).isEqualTo(1);
              assertThat(reject.transaction()).isEqualTo(3);
              assertThat(reject.reason()).isEqualTo(Reason.NO_EVENT);
            });
    assertThat(bench.leg().events).isEmpty();
    assertThat(agent.closes).isZero();
    agent.modify(1, 9, Direction.INACTIVE);
    assertThat(agent.last()).isInstanceOf(ModificationConfirm.class);
  }

  @ParameterizedTest
  @CsvSource({"NO_EVENT, NO_EVENT", "EVENTS_WAIT, LIMIT"})
  void anEventTheLegRefusesIsRejected(MediaException.Reason refusal, Reason reason) {
    talk();
    bench.leg().refusal = refusal;

    agent.send(new EventNotice(1, 3, 5, 160));

    assertThat(agent.last()).isEqualTo(new EventReject(1, 3, reason, "not sent"));
  }

  @Test
  void anEventBeforeVoiceFlowsIsRejected() {
    agent.send(new EventNotice(1, 3, 5, 160));

    assertThat(agent.last())
        .isEqualTo(new EventReject(1, 3, Reason.PROTOCOL_ERROR, "no voice has flowed yet"));
    assertThat(bench.leg().events).isEmpty();
  }

  @Test
  void anEventOfNoCallIsRejected() {
    agent.send(new EventNotice(9, 3, 5, 160));

    assertThat(agent.last()).isEqualTo(new EventReject(9, 3, Reason.UNKNOWN_CALL, "no such call"));
    assertThat(agent.closes).isZero();
  }

  @Test
  void anEventOfTheFarEndIsToldToTheAgentWhileTheCallIsUp() {
    bench.leg().farEnd.accept(new TelephoneEvent(1, 100));
    talk();

    bench.leg().farEnd.accept(new TelephoneEvent(10, 250));

    assertThat(agent.last()).isEqualTo(new EventNotice(1, 0, 10, 250));
    assertThat(agent.received).filteredOn(EventNotice.class::isInstance).hasSize(1);

    agent.release(1);
    bench.leg().farEnd.accept(new TelephoneEvent(2, 100));
    assertThat(agent.received).filteredOn(EventNotice.class::isInstance).hasSize(1);
  }

  @Test
  void aFloodOfTheFarEndIsNotPassedOn() {
    talk();

    for (int i = 0; i < 1000; i++) {
      bench.leg().farEnd.accept(new TelephoneEvent(1, 1));
    }

    assertThat(agent.received)
        .filteredOn(EventNotice.class::isInstance)
        .hasSizeBetween(EventGate.LIMIT, 10 * EventGate.LIMIT);
  }

  @Test
  void theGateOpensAgainWithTheNextWindow() {
    EventGate gate = new EventGate();
    long window = TimeUnit.MILLISECONDS.toNanos(EventGate.WINDOW_MILLIS);

    for (int i = 0; i < EventGate.LIMIT; i++) {
      assertThat(gate.admit(5)).isTrue();
    }
    assertThat(gate.admit(4 + window)).isFalse();
    assertThat(gate.dropped()).isEqualTo(1);
    assertThat(gate.admit(5 + window)).isTrue();
  }
}
