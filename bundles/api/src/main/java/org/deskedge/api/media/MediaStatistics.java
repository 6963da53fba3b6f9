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
 * Figures of one call's media. What is not known is empty, never a default.
 *
 * @param local the edge's RTP address and port
 * @param remote the far end's RTP address and port; empty before its session description came
 * @param codec encoding name of RFC 3551, such as {@code PCMU}; empty before negotiation
 * @param packetsSent RTP packets sent to the far end
 * @param packetsReceived RTP packets received from the far end
 * @param packetsLost RTP packets of the far end that never came (RFC 3550 section 6.4.1)
 * @param packetsLate RTP packets that came after their time to be played, and duplicates
 * @param packetsRefused packets dropped: a stranger's address, or not RTP of the negotiated codec
 * @param jitterMillis interarrival jitter in milliseconds (RFC 3550 section 6.4.1); empty before
 *     two packets came
 * @param framesConcealed 20 ms frames played to the client for which nothing had come
 * @param voice figures of the client's side
 */
public record MediaStatistics(
    InetSocketAddress local,
    Optional<InetSocketAddress> remote,
    Optional<String> codec,
    long packetsSent,
    long packetsReceived,
    long packetsLost,
    long packetsLate,
    long packetsRefused,
    OptionalDouble jitterMillis,
    long framesConcealed,
    VoiceStatistics voice) {}
