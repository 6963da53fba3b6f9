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

import org.deskedge.rtp.rtcp.BurstGapMeter;
import org.deskedge.rtp.rtcp.BurstGapMetrics;
import org.junit.jupiter.api.Test;

class PacketFatesTest {

  private static final int SSRC = 7;

  private final BurstGapMeter meter = new BurstGapMeter();
  private final PacketFates fates = new PacketFates(meter);

  @Test
  void theNewestPacketsAreStillOpen() {
    for (int i = 0; i < PacketFates.WINDOW + 10; i++) {
      fates.came(SSRC, i, true);
    }

    assertThat(meter.packets()).isEqualTo(10);
    assertThat(meter.badPercent()).isZero();
  }

  @Test
  void aPacketThatNeverCameIsLost() {
    for (int i = 0; i < 100 + PacketFates.WINDOW; i++) {
      if (i % 10 != 5) {
        fates.came(SSRC, i, true);
      }
    }

    assertThat(meter.packets()).isEqualTo(100);
    assertThat(meter.badPercent()).isEqualTo(10);
    assertThat(metrics().lossRate()).isEqualTo(25);
    assertThat(metrics().discardRate()).isZero();
  }

  @Test
  void aPacketThatCameTooLateIsDiscardedAndNotLost() {
    for (int i = 0; i < 100 + PacketFates.WINDOW; i++) {
      if (i % 10 != 5) {
        fates.came(SSRC, i, true);
      }
      if (i % 10 == 8) {
        fates.came(SSRC, i - 3, false);
      }
    }

    assertThat(metrics().lossRate()).isZero();
    assertThat(metrics().discardRate()).isEqualTo(25);
  }

  @Test
  void reorderedAndRepeatedPacketsCountOnce() {
    fates.came(SSRC, 0, true);
    for (int i = 1; i < 100 + PacketFates.WINDOW; i += 2) {
      fates.came(SSRC, i + 1, true);
      fates.came(SSRC, i, true);
      fates.came(SSRC, i, false);
    }

    assertThat(meter.packets()).isEqualTo(101);
    assertThat(meter.badPercent()).isZero();
  }

  @Test
  void sequenceNumbersWrap() {
    for (int i = 0; i < 200 + PacketFates.WINDOW; i++) {
      fates.came(SSRC, (65_436 + i) & 0xffff, true);
    }

    assertThat(meter.packets()).isEqualTo(200);
    assertThat(meter.badPercent()).isZero();
  }

  @Test
  void aLeapOrAnotherSourceLosesNothing() {
    for (int i = 0; i < 50; i++) {
      fates.came(SSRC, i, true);
    }
    for (int i = 0; i < 50; i++) {
      fates.came(SSRC, 20_000 + i, true);
    }
    for (int i = 0; i < PacketFates.WINDOW; i++) {
      fates.came(SSRC + 1, 5 + i, true);
    }

    assertThat(meter.packets()).isEqualTo(100);
    assertThat(meter.badPercent()).isZero();
  }

  private BurstGapMetrics metrics() {
    return meter.metrics(20);
  }
}
