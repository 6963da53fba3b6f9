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
package org.deskedge.rdpproxy.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayoutMeterTest {

  private static final int FRAME_MILLIS = 20;

  private final PlayoutMeter meter = new PlayoutMeter(FRAME_MILLIS);

  @Test
  void theFirstConfirmOfAWaveIsNoLatency() {
    meter.sent(1, 1000);

    meter.confirm(1, 1005);

    assertThat(meter.latency()).isEmpty();
  }

  @Test
  void theSecondConfirmOfAWaveIsTheLatencyTheClientClaims() {
    confirmTwice(1, 1000, 39);

    assertThat(meter.latency()).hasValue(39);
  }

  @Test
  void timestampsWrapAround() {
    meter.sent(1, 0xFFF0);
    meter.confirm(1, 0xFFF0);
    meter.confirm(1, (0xFFF0 + 40) & 0xFFFF);

    assertThat(meter.latency()).hasValue(40);
  }

  @Test
  void noFrameIsLeftOutWhileTheLatencyIsWithinItsLimit() {
    confirmTwice(1, 0, PlayoutMeter.LIMIT_MILLIS);

    assertThat(meter.skipNext()).isFalse();
  }

  @Test
  void framesAreLeftOutUntilTheTargetIsReached() {
    confirmTwice(1, 0, 240);

    int skipped = 0;
    while (meter.skipNext()) {
      skipped++;
    }

    assertThat(skipped).isEqualTo((240 - PlayoutMeter.TARGET_MILLIS) / FRAME_MILLIS);
  }

  @Test
  void claimsForWavesSentBeforeTheSkipDoNotSkipAgain() {
    meter.sent(1, 0);
    meter.sent(2, 20);
    meter.confirm(1, 0);
    meter.confirm(1, 240);
    while (meter.skipNext()) {
      // all frames of the first claim
    }

    meter.confirm(2, 20);
    meter.confirm(2, 260);

    assertThat(meter.skipNext()).isFalse();
  }

  @Test
  void anImplausibleClaimIsIgnored() {
    confirmTwice(1, 0, PlayoutMeter.IMPLAUSIBLE_MILLIS + 1);

    assertThat(meter.latency()).isEmpty();
    assertThat(meter.skipNext()).isFalse();
  }

  @Test
  void aConfirmOfAWaveThatWasNeverSentIsIgnored() {
    meter.confirm(7, 100);
    meter.confirm(7, 300);

    assertThat(meter.latency()).isEmpty();
    assertThat(meter.skipNext()).isFalse();
  }

  private void confirmTwice(int block, int timestamp, int claim) {
    meter.sent(block, timestamp);
    meter.confirm(block, timestamp);
    meter.confirm(block, (timestamp + claim) & 0xFFFF);
  }
}
