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
package org.deskedge.testbed.bench.drift;

/**
 * One round of the speaker's sentences in a long call.
 *
 * @param minute of the call in which it began
 * @param delayMs median time from the mouth to the frame that goes to the client
 * @param unlikeFrames spoken frames of 20 ms that were missing, or something else
 * @param clicks steps in what was heard that are in no speech
 * @param spectralDistanceDb see {@link org.deskedge.testbed.voice.SpeechDistance}
 */
record DriftMinute(
    double minute, double delayMs, long unlikeFrames, int clicks, double spectralDistanceDb) {}
