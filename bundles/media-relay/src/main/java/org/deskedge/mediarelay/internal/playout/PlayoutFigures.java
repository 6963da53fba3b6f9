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

import java.util.OptionalDouble;

/**
 * Figures of the far end's voice on its way to the client since the call began. What is not known
 * is empty.
 *
 * @param late packets that came after their time to be played
 * @param duplicates packets that came twice
 * @param reordered packets that came in time, but after one sent later
 * @param discarded packets dropped though they came in time: the delay had passed its bound, the
 *     stream started anew, or the packet could not be used
 * @param framesConcealed 20 ms frames for which speech was missing, in whole or in part
 * @param millisConcealed how much speech was missing in them
 * @param recovered lost packets made good from the one after them (forward error correction)
 * @param framesComfortNoise 20 ms frames in which the far end said it was silent
 * @param millisLengthened by how much speech was stretched
 * @param millisShortened by how much speech was cut short
 * @param delayMillis how long the fastest packets wait now, from when they came until they are
 *     played
 * @param targetMillis how long the jitter buffer wants them to wait
 * @param driftPartsPerMillion by how much the far end's clock is fast against the edge's
 */
public record PlayoutFigures(
    long late,
    long duplicates,
    long reordered,
    long discarded,
    long framesConcealed,
    double millisConcealed,
    long recovered,
    long framesComfortNoise,
    double millisLengthened,
    double millisShortened,
    OptionalDouble delayMillis,
    OptionalDouble targetMillis,
    OptionalDouble driftPartsPerMillion) {}
