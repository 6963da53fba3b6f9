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

import java.time.Instant;
import java.util.Optional;

/**
 * What the far end says of the edge's packets in RTCP. These are claims of the far end, not
 * measured by the edge.
 *
 * @param at when the latest report came
 * @param fractionLost share of packets lost between its last two reports, 0 to 1 (RFC 3550 section
 *     6.4.1)
 * @param lost packets lost since the beginning; negative if more came than were sent, because of
 *     duplicates
 * @param jitterMillis interarrival jitter in milliseconds
 * @param voipMetrics its VoIP metrics block (RFC 3611 section 4.7); empty if it sends none
 */
public record RemoteReport(
    Instant at,
    double fractionLost,
    long lost,
    double jitterMillis,
    Optional<VoipMetrics> voipMetrics) {}
