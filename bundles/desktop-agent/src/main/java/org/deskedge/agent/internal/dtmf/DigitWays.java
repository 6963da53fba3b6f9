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
package org.deskedge.agent.internal.dtmf;

import java.util.concurrent.TimeUnit;

/**
 * Keeps a digit that a party sends twice, by SIP INFO and by RTP, from being passed on twice.
 *
 * <p>The way the first digit comes by is the party's way. What comes by the other one is dropped
 * until the party's way has been silent for {@link #SILENCE_MILLIS}: then the party has changed its
 * way, as after a change of its settings. Not safe for use by several threads.
 */
public final class DigitWays {

  /** Silence after which the other way counts, in milliseconds. */
  public static final int SILENCE_MILLIS = 2_000;

  private Way taken;
  private long heardAt;

  /** How a digit comes. */
  public enum Way {
    INFO,
    RTP
  }

  /**
   * Returns whether what comes is to be passed on. For a digit that takes its time, to be asked at
   * its start and again at its end.
   *
   * @param now in nanoseconds from any point
   */
  public boolean admit(Way way, long now) {
    if (way != taken
        && taken != null
        && now - heardAt < TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS)) {
      return false;
    }
    taken = way;
    heardAt = now;
    return true;
  }
}
