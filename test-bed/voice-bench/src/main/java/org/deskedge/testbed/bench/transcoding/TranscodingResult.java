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
package org.deskedge.testbed.bench.transcoding;

/**
 * What one pair of codecs costs. Frames are of 20 ms, and count in both directions.
 *
 * @param codecs the pair
 * @param edgeFramesPerCpuSecond by the edge's codecs, in one thread, without the network
 * @param rtpengineFramesPerCpuSecond by rtpengine, its work for the network counted in
 * @param rtpengineNetFramesPerCpuSecond the same less what relaying without transcoding costs it:
 *     null where the difference is too small to mean anything
 * @param ratio the edge's by rtpengine's net; null where that is
 * @param rtpengineArrivedShare share of the packets sent that came out transcoded, 1 if all did
 */
record TranscodingResult(
    String codecs,
    Double edgeFramesPerCpuSecond,
    Double rtpengineFramesPerCpuSecond,
    Double rtpengineNetFramesPerCpuSecond,
    Double ratio,
    double rtpengineArrivedShare) {}
