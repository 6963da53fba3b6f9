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
package org.deskedge.testbed.bench.quality;

/**
 * What was heard over one network; means over the seeds.
 *
 * @param lossPercent packets lost of a hundred, as asked for
 * @param pattern which of them
 * @param jitterMs mean of the added delay
 * @param concealment whether the edge concealed
 * @param lostPercent packets that did not come, or came too late to be played, of a hundred
 * @param rFactor R of ITU-T G.107 by the edge's model; null where the model has no figures
 * @param mos the mean opinion score that R stands for
 * @param segmentalSnrDb the judges' figures, see {@link org.deskedge.testbed.voice.SpeechDistance}
 * @param spectralDistanceDb the same
 * @param cepstralDistanceDb the same
 * @param unlikeShare the same
 * @param delayP50Ms from the mouth to the frame that goes to the client: the median over pieces of
 *     500 ms
 * @param delayP95Ms the 95th percentile
 * @param delayMaxMs the greatest
 */
record QualityResult(
    double lossPercent,
    LossPattern pattern,
    int jitterMs,
    boolean concealment,
    double lostPercent,
    Double rFactor,
    Double mos,
    double segmentalSnrDb,
    double spectralDistanceDb,
    double cepstralDistanceDb,
    double unlikeShare,
    double delayP50Ms,
    double delayP95Ms,
    double delayMaxMs) {}
