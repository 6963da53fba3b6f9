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

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The far end's VoIP metrics block (RFC 3611 section 4.7). What the far end marks as unavailable is
 * empty.
 *
 * @param lossRate share of packets lost since the beginning, 0 to 1
 * @param discardRate share of packets that came too late or early to be played, 0 to 1
 * @param burstDensity share of packets lost or discarded within bursts, 0 to 1
 * @param gapDensity share of packets lost or discarded between bursts, 0 to 1
 * @param burstMillis mean length of a burst in milliseconds
 * @param gapMillis mean length of a gap between bursts in milliseconds
 * @param roundTripMillis round trip between the RTP interfaces in milliseconds
 * @param endSystemMillis the far end's own delay, both ways together, in milliseconds
 * @param signalLevel voice signal level in dBm0
 * @param noiseLevel background noise in dBm0
 * @param echoReturnLoss residual echo return loss in dB
 * @param rFactor R factor of this call, 0 to 100
 * @param externalRFactor R factor of a network segment behind the far end, 0 to 100
 * @param mosListening estimated MOS for listening quality, 1.0 to 5.0
 * @param mosConversational estimated MOS for conversational quality, 1.0 to 5.0
 * @param jitterBufferNominalMillis nominal delay of its jitter buffer in milliseconds
 * @param jitterBufferMaximumMillis its greatest delay now in milliseconds
 * @param jitterBufferAbsoluteMillis the greatest delay it can have in milliseconds
 */
public record VoipMetrics(
    double lossRate,
    double discardRate,
    double burstDensity,
    double gapDensity,
    int burstMillis,
    int gapMillis,
    OptionalInt roundTripMillis,
    int endSystemMillis,
    OptionalInt signalLevel,
    OptionalInt noiseLevel,
    OptionalInt echoReturnLoss,
    OptionalInt rFactor,
    OptionalInt externalRFactor,
    OptionalDouble mosListening,
    OptionalDouble mosConversational,
    int jitterBufferNominalMillis,
    int jitterBufferMaximumMillis,
    int jitterBufferAbsoluteMillis) {}
