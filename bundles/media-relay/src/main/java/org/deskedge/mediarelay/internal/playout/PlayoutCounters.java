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
package org.deskedge.mediarelay.internal.playout;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.deskedge.rtp.jitter.JitterBuffer;

/**
 * The counts behind {@link PlayoutFigures}: written by one thread without a lock or a barrier that
 * costs, read by any. One snapshot may be a frame apart between two figures.
 */
final class PlayoutCounters {

  /** What is counted here. */
  enum Count {
    LATE,
    DUPLICATES,
    REORDERED,
    DISCARDED,
    FRAMES_CONCEALED,
    SAMPLES_CONCEALED,
    RECOVERED,
    FRAMES_COMFORT_NOISE,
    SAMPLES_LENGTHENED,
    SAMPLES_SHORTENED,
    DELAY_MICROS,
    TARGET_MICROS,
    DRIFT
  }

  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final double MICROS = 1000;
  private static final double DRIFT_STEPS = 100;

  private final Map<Count, AtomicLong> counts = new EnumMap<>(Count.class);
  private final double perMilli;
  private long passed;

  PlayoutCounters(int sampleRate) {
    perMilli = sampleRate / 1000.0;
    for (Count count : Count.values()) {
      counts.put(count, new AtomicLong());
    }
    set(Count.DELAY_MICROS, UNKNOWN);
    set(Count.TARGET_MICROS, UNKNOWN);
    set(Count.DRIFT, UNKNOWN);
  }

  void add(Count count, long more) {
    set(count, counts.get(count).getPlain() + more);
  }

  /** Counts a packet that waited, but whose time was over when its turn came. */
  void addPassed() {
    passed++;
  }

  void publish(JitterBuffer buffer) {
    set(Count.LATE, buffer.late() + passed);
    set(Count.DUPLICATES, buffer.duplicates());
    set(Count.REORDERED, buffer.reordered());
    set(Count.DISCARDED, buffer.discarded());
  }

  void publish(long delayMicros, long targetMicros, double driftPartsPerMillion) {
    set(Count.DELAY_MICROS, delayMicros);
    set(Count.TARGET_MICROS, targetMicros);
    set(
        Count.DRIFT,
        Double.isNaN(driftPartsPerMillion)
            ? UNKNOWN
            : Math.round(driftPartsPerMillion * DRIFT_STEPS));
  }

  PlayoutFigures snapshot() {
    return new PlayoutFigures(
        get(Count.LATE),
        get(Count.DUPLICATES),
        get(Count.REORDERED),
        get(Count.DISCARDED),
        get(Count.FRAMES_CONCEALED),
        get(Count.SAMPLES_CONCEALED) / perMilli,
        get(Count.RECOVERED),
        get(Count.FRAMES_COMFORT_NOISE),
        get(Count.SAMPLES_LENGTHENED) / perMilli,
        get(Count.SAMPLES_SHORTENED) / perMilli,
        known(Count.DELAY_MICROS, MICROS),
        known(Count.TARGET_MICROS, MICROS),
        known(Count.DRIFT, DRIFT_STEPS));
  }

  private void set(Count count, long value) {
    counts.get(count).setRelease(value);
  }

  private long get(Count count) {
    return counts.get(count).getAcquire();
  }

  private OptionalDouble known(Count count, double divisor) {
    long value = get(count);
    return value == UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(value / divisor);
  }
}
