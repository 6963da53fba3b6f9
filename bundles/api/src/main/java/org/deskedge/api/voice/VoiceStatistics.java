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
package org.deskedge.api.voice;

import java.util.OptionalInt;

/**
 * Figures of one session's voice channel since the session began.
 *
 * @param framesPlayed frames sent to the client
 * @param framesSkipped frames left out to bound the client's latency
 * @param samplesCaptured samples received from the client's microphone
 * @param playoutLatencyMillis the client's own claim of its playout latency in milliseconds (second
 *     WaveConfirm), smoothed; empty before the first claim
 */
public record VoiceStatistics(
    long framesPlayed,
    long framesSkipped,
    long samplesCaptured,
    OptionalInt playoutLatencyMillis) {}
