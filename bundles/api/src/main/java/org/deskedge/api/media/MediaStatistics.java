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

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deskedge.api.voice.VoiceStatistics;

/**
 * Figures of one call's media, both legs: one snapshot, cheap to take. What is not known is empty,
 * never a default; a count is of what the edge itself saw. Each figure's source is in
 * docs/statistics.md.
 *
 * @param local the edge's RTP address and port
 * @param remote the far end's RTP address and port; empty before its session description came
 * @param srtpSuite the crypto suite that protects both directions, as RFC 4568 section 6.2 names
 *     it; empty when they go as plain RTP
 * @param roundTripMillis round trip between edge and far end in milliseconds (RFC 3550 section
 *     6.4.1); empty while no report of the far end allows to tell
 * @param received the far end's voice on its way to the client
 * @param sent the client's voice on its way to the far end
 * @param voice figures of the client's side
 * @param quality what each end hears
 */
public record MediaStatistics(
    InetSocketAddress local,
    Optional<InetSocketAddress> remote,
    Optional<String> srtpSuite,
    OptionalDouble roundTripMillis,
    ReceivedStatistics received,
    SentStatistics sent,
    VoiceStatistics voice,
    CallQuality quality) {}
