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
package org.deskedge.api.media;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came from the far end.
 *
 * @param codec encoding name of RFC 3551 of what came last, such as {@code PCMU}; empty while not
 *     known
 * @param packets RTP packets taken from the far end, duplicates and late ones included
 * @param bytes payload bytes of those packets, without headers and padding
 * @param lost RTP packets that never came; late ones and duplicates make up for lost ones (RFC 3550
 *     section 6.4.1)
 * @param reordered packets that came after one sent later
 * @param duplicates packets whose sequence number had come before
 * @param late packets that came after their time to be played, and were discarded
 * @param refused packets dropped without being counted above
 * @param dtmfEvents digits and signals received as RFC 4733 events, each counted once
 * @param jitterMillis interarrival jitter in milliseconds (RFC 3550 section 6.4.1); empty before
 *     two packets came
 * @param playout what the jitter buffer makes of them
 */
public record ReceivedStatistics(
    Optional<String> codec,
    long packets,
    long bytes,
    long lost,
    long reordered,
    long duplicates,
    long late,
    RefusedPackets refused,
    long dtmfEvents,
    OptionalDouble jitterMillis,
    PlayoutStatistics playout) {

  /** Nothing came yet. */
  public static final ReceivedStatistics NONE =
      new ReceivedStatistics(
          Optional.empty(),
          0,
          0,
          0,
          0,
          0,
          0,
          RefusedPackets.NONE,
          0,
          OptionalDouble.empty(),
          PlayoutStatistics.NONE);
}
