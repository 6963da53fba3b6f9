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

import org.deskedge.rtp.SequenceNumbers;
import org.deskedge.rtp.rtcp.BurstGapMeter;

/**
 * Decides what became of each packet of the far end, in the order they were sent: whether it came
 * in time, came too late, or never came. That is known only a while later, so the newest {@link
 * #WINDOW} packets are still open. Allocates nothing per packet. For one thread.
 */
final class PacketFates {

  /** How many packets may still come: 2.5 s of packets of 20 ms. */
  static final int WINDOW = 128;

  /** A step forward beyond this begins anew instead of counting so many as lost. */
  private static final int LEAP = 3000;

  private enum Fate {
    LOST,
    RECEIVED,
    DISCARDED
  }

  private final BurstGapMeter meter;
  private final Fate[] fates = new Fate[WINDOW];
  private boolean begun;
  private int source;
  private int newest;
  private int open;

  /**
   * Begins.
   *
   * @param meter is told of each packet once its fate is known
   */
  PacketFates(BurstGapMeter meter) {
    this.meter = meter;
  }

  /**
   * A packet came.
   *
   * @param inTime whether it can still be played
   */
  void came(int ssrc, int sequenceNumber, boolean inTime) {
    if (!begun || ssrc != source) {
      begin(ssrc, sequenceNumber);
    }
    int step = SequenceNumbers.stepsForward(newest, sequenceNumber);
    int back = SequenceNumbers.stepsForward(sequenceNumber, newest);
    if (back < open) {
      Fate known = fates[place(sequenceNumber)];
      if (known == Fate.LOST) {
        fates[place(sequenceNumber)] = inTime ? Fate.RECEIVED : Fate.DISCARDED;
      }
    } else if (step <= LEAP) {
      for (int i = 1; i < step; i++) {
        append(Fate.LOST);
      }
      append(inTime ? Fate.RECEIVED : Fate.DISCARDED);
    } else if (back > LEAP) {
      begin(ssrc, sequenceNumber);
      append(inTime ? Fate.RECEIVED : Fate.DISCARDED);
    }
  }

  private void begin(int ssrc, int sequenceNumber) {
    while (open > 0) {
      settleOldest();
    }
    begun = true;
    source = ssrc;
    newest = (sequenceNumber - 1) & (SequenceNumbers.MODULUS - 1);
  }

  private void append(Fate fate) {
    if (open == WINDOW) {
      settleOldest();
    }
    newest = SequenceNumbers.next(newest);
    open++;
    fates[place(newest)] = fate;
  }

  private void settleOldest() {
    int oldest = (newest - open + 1) & (SequenceNumbers.MODULUS - 1);
    open--;
    switch (fates[place(oldest)]) {
      case LOST -> meter.lost();
      case RECEIVED -> meter.received();
      case DISCARDED -> meter.discarded();
    }
  }

  private static int place(int sequenceNumber) {
    return sequenceNumber & (WINDOW - 1);
  }
}
