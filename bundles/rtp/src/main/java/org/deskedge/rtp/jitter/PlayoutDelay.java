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
package org.deskedge.rtp.jitter;

/**
 * Says how long packets are to wait so that few come too late, from how late each came compared
 * with the fastest of late.
 *
 * <p>Two histograms are kept. The short one remembers a second or two, and raises the target within
 * a few packets when the way becomes uneven; the long one remembers half a minute, and lets it sink
 * slowly. The target is the greater of what they ask for, or what bursts need that come again and
 * again; and {@link #MARGIN_MILLIS} on top of it, within the bounds.
 *
 * <p>Times are microseconds. Local ones are of any steady clock, so is the origin of media time.
 * Allocates nothing after construction. For one thread.
 */
public final class PlayoutDelay {

  /** The target before packets tell more. */
  public static final int START_MILLIS = 40;

  /** What is added to the delay of packets: for clocks that drift, and reads that come early. */
  public static final int MARGIN_MILLIS = 10;

  private static final long MILLI = 1_000;

  /** A packet off by more than this is the beginning of a new timeline, not late. */
  private static final long LEAP_MICROS = 600 * MILLI;

  /** A packet later than 95 % of all by more than this is in a burst. */
  private static final long BURST_MICROS = 40 * MILLI;

  private static final float BURST_EXCEEDING = 0.05f;

  /** Packets that come closer together than this come out of a queue. */
  private static final long DRAIN_MICROS = 5 * MILLI;

  private static final int SHORT_MEMORY = 60;
  private static final float SHORT_EXCEEDING = 0.04f;
  private static final int LONG_MEMORY = 1_000;
  private static final float LONG_EXCEEDING = 0.008f;
  private static final int PRIOR = 4;

  private final long minMicros;
  private final long maxMicros;
  private final LeastTransit least = new LeastTransit();
  private final ClockDrift drift = new ClockDrift();
  private final DelayHistogram recent;
  private final DelayHistogram longTerm;
  private final RepeatedBursts bursts = new RepeatedBursts();
  private long base;
  private boolean based;
  private long lastLocal;
  private long lastDelay;
  private long target;

  /** Starts with a target of {@link #START_MILLIS}, or the bound next to it. */
  public PlayoutDelay(DelayBounds bounds) {
    minMicros = bounds.minMillis() * MILLI;
    maxMicros = bounds.maxMillis() * MILLI;
    target = clamp(START_MILLIS * MILLI);
    recent = new DelayHistogram(SHORT_MEMORY, 0, target - MARGIN_MILLIS * MILLI);
    longTerm = new DelayHistogram(LONG_MEMORY, PRIOR, target - MARGIN_MILLIS * MILLI);
  }

  /**
   * Learns from a packet, be it in time or not.
   *
   * @param localMicros when it came
   * @param mediaMicros its timestamp
   */
  public void arrived(long localMicros, long mediaMicros) {
    long transit = localMicros - mediaMicros;
    if (least.known() && Math.abs(transit - least.micros()) > LEAP_MICROS) {
      restart();
    }
    least.add(localMicros, transit);
    rebase();
    drift.add(localMicros, transit);
    long delay = transit - least.micros();
    recent.add(delay);
    if (!drains(localMicros, delay)) {
      longTerm.add(delay);
    }
    lastLocal = localMicros;
    lastDelay = delay;
    long usual = Math.max(recent.allBut(SHORT_EXCEEDING), longTerm.allBut(LONG_EXCEEDING));
    if (delay > longTerm.allBut(BURST_EXCEEDING) + BURST_MICROS) {
      bursts.add(localMicros, delay);
    }
    target = clamp(Math.max(usual, bursts.held(localMicros)) + MARGIN_MILLIS * MILLI);
  }

  /** Forgets the timeline, as when another source begins; what is known of the way stays. */
  public void restart() {
    least.forget();
    drift.forget();
    based = false;
  }

  /** Returns whether a packet came since the start or restart. */
  public boolean known() {
    return least.known();
  }

  /** Returns the least transit time of late: local time less media time; any value if not known. */
  public long leastTransitMicros() {
    return least.micros();
  }

  /** Returns how long the fastest packet is to wait, within the bounds. */
  public long targetMicros() {
    return target;
  }

  /** Returns the upper bound of the delay. */
  public long maxMicros() {
    return maxMicros;
  }

  /**
   * Returns by how many parts per million the sender's clock runs fast against the local one; NaN
   * in the first half minute.
   */
  public double driftPartsPerMillion() {
    return drift.partsPerMillion();
  }

  /** Returns whether a packet only follows one that held it up; that one tells it all. */
  private boolean drains(long localMicros, long delay) {
    return localMicros - lastLocal < DRAIN_MICROS && delay < lastDelay;
  }

  /**
   * Makes the histograms follow the least transit time when it rises: what was late against the old
   * one is not any more. When it falls, the way is taken to be as uneven as it was.
   */
  private void rebase() {
    long risen = (least.micros() - base) / DelayHistogram.BIN_MICROS;
    if (risen < 0 || !based) {
      base = least.micros();
      based = true;
    } else if (risen > 0) {
      base += risen * DelayHistogram.BIN_MICROS;
      recent.lower((int) risen);
      longTerm.lower((int) risen);
    }
  }

  private long clamp(long micros) {
    return Math.max(minMicros, Math.min(maxMicros, micros));
  }
}
