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
package org.deskedge.onos;

import java.util.Objects;
import java.util.OptionalLong;

/** How the network is to treat the voice an edge sends. */
public final class VoiceMarking {

  /** Expedited forwarding (RFC 3246, and RFC 4594 section 4.1 for telephony). */
  public static final int EXPEDITED_FORWARDING = 46;

  /** DSCP 46 and the port's own queue. */
  public static final VoiceMarking DEFAULT = of(EXPEDITED_FORWARDING);

  /** OpenFlow 1.3's greatest queue id (OFPQ_ALL is 0xffffffff and no queue). */
  public static final long MAX_QUEUE = 0xfffffffeL;

  private static final int MAX_DSCP = 63;
  private static final long NO_QUEUE = -1;

  private final int dscp;
  private final long queue;

  private VoiceMarking(int dscp, long queue) {
    if (dscp < 0 || dscp > MAX_DSCP) {
      throw new InvalidFieldException("voice.dscp", dscp + " is not in 0.." + MAX_DSCP);
    }
    this.dscp = dscp;
    this.queue = queue;
  }

  /**
   * Marks and leaves the queue to the port.
   *
   * @param dscp 0..63
   * @throws InvalidFieldException naming {@code voice.dscp}
   */
  public static VoiceMarking of(int dscp) {
    return new VoiceMarking(dscp, NO_QUEUE);
  }

  /**
   * Marks and puts into a queue of the port the voice leaves by.
   *
   * @param dscp 0..63
   * @param queue 0..{@link #MAX_QUEUE}
   * @throws InvalidFieldException naming {@code voice.dscp} or {@code voice.queue}
   */
  public static VoiceMarking of(int dscp, long queue) {
    if (queue < 0 || queue > MAX_QUEUE) {
      throw new InvalidFieldException("voice.queue", queue + " is not in 0.." + MAX_QUEUE);
    }
    return new VoiceMarking(dscp, queue);
  }

  /** The DiffServ code point, 0..63. */
  public int dscp() {
    return dscp;
  }

  /** The queue's id, if one is wanted. */
  public OptionalLong queue() {
    return queue == NO_QUEUE ? OptionalLong.empty() : OptionalLong.of(queue);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dscp, queue);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VoiceMarking
        && dscp == ((VoiceMarking) other).dscp
        && queue == ((VoiceMarking) other).queue;
  }

  @Override
  public String toString() {
    return "dscp " + dscp + (queue == NO_QUEUE ? "" : " queue " + queue);
  }
}
