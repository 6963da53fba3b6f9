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
package org.deskedge.mediarelay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SourceGateTest {

  private static final InetSocketAddress TOLD = new InetSocketAddress("192.0.2.9", 4000);
  private static final InetSocketAddress OTHER = new InetSocketAddress("192.0.2.77", 50_000);
  private static final InetSocketAddress THIRD = new InetSocketAddress("192.0.2.78", 50_000);
  private static final long LATE = TimeUnit.SECONDS.toNanos(SourceGate.LATCH_SECONDS);

  @Test
  void nobodyIsAdmittedBeforeTheFarEndIsTold() {
    SourceGate gate = new SourceGate(true);

    assertThat(gate.admits(TOLD, 0)).isFalse();
    assertThat(gate.remote()).isNull();
  }

  @Test
  void withoutTheRuleOnlyTheToldAddressIsAdmitted() {
    SourceGate gate = new SourceGate(false);
    gate.tell(TOLD, 0);

    assertThat(gate.admits(TOLD, 1)).isTrue();
    assertThat(gate.admits(OTHER, 1)).isFalse();
  }

  @Test
  void theFirstOtherAddressIsTakenForGood() {
    SourceGate gate = new SourceGate(true);
    gate.tell(TOLD, 0);

    assertThat(gate.admits(OTHER, 1)).isTrue();
    assertThat(gate.heard(OTHER)).isTrue();
    assertThat(gate.remote()).isEqualTo(OTHER);
    assertThat(gate.admits(OTHER, 2)).isTrue();
    assertThat(gate.admits(THIRD, 2)).isFalse();
    assertThat(gate.admits(TOLD, 2)).isFalse();
  }

  @Test
  void anAdmittedPacketThatProvesUnsoundTakesNothing() {
    SourceGate gate = new SourceGate(true);
    gate.tell(TOLD, 0);

    assertThat(gate.admits(OTHER, 1)).isTrue();
    assertThat(gate.remote()).isEqualTo(TOLD);
    assertThat(gate.admits(TOLD, 2)).isTrue();
  }

  @Test
  void onceTheToldAddressIsHeardNoOtherIsTaken() {
    SourceGate gate = new SourceGate(true);
    gate.tell(TOLD, 0);

    assertThat(gate.heard(TOLD)).isFalse();
    assertThat(gate.admits(OTHER, 1)).isFalse();
  }

  @Test
  void theRuleEndsInTime() {
    SourceGate gate = new SourceGate(true);
    gate.tell(TOLD, 5);

    assertThat(gate.admits(OTHER, 5 + LATE - 1)).isTrue();
    assertThat(gate.admits(OTHER, 5 + LATE)).isFalse();
  }

  @Test
  void theSameSessionDescriptionAgainChangesNothing() {
    SourceGate gate = new SourceGate(true);
    gate.tell(TOLD, 0);
    gate.heard(OTHER);
    gate.tell(TOLD, 7);

    assertThat(gate.remote()).isEqualTo(OTHER);
    assertThat(gate.admits(THIRD, 8)).isFalse();
  }

  @Test
  void anotherSessionDescriptionBeginsAnew() {
    SourceGate gate = new SourceGate(true);
    gate.tell(TOLD, 0);
    gate.heard(OTHER);
    gate.tell(THIRD, 7);

    assertThat(gate.remote()).isEqualTo(THIRD);
    assertThat(gate.admits(OTHER, 8)).isTrue();
  }
}
