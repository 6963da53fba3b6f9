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

import java.util.List;
import java.util.Locale;
import org.deskedge.testbed.bench.MachineSize;

/**
 * What the transcoding benchmark has shown. In JSON the names are these in snake case.
 *
 * @param machine what it was measured on
 * @param rtpengine its version
 * @param calls at once through rtpengine
 * @param relayFramesPerCpuSecond what rtpengine relays without transcoding
 * @param pairs in the order in which they ran
 * @param loadAverage of the machine at the end
 */
record TranscodingReport(
    MachineSize machine,
    String rtpengine,
    int calls,
    double relayFramesPerCpuSecond,
    List<TranscodingResult> pairs,
    double loadAverage) {

  private static final String ROW = "%-18s%14s%14s%14s%10s%10s%n";

  TranscodingReport {
    pairs = List.copyOf(pairs);
  }

  String table() {
    StringBuilder table =
        new StringBuilder("Frames of 20 ms for each second of processor time\n\n");
    table.append(ROW.formatted("", "edge", "rtpengine", "rtpengine", "edge by", "arrived"));
    table.append(ROW.formatted("", "codecs", "whole", "codecs", "it", ""));
    for (TranscodingResult pair : pairs) {
      table.append(
          ROW.formatted(
              pair.codecs(),
              number(pair.edgeFramesPerCpuSecond(), 0),
              number(pair.rtpengineFramesPerCpuSecond(), 0),
              number(pair.rtpengineNetFramesPerCpuSecond(), 0),
              number(pair.ratio(), 2),
              number(pair.rtpengineArrivedShare(), 3)));
    }
    table.append(
        "%nrtpengine %s relays %.0f frames a second of processor time without transcoding; %d calls%n"
            .formatted(rtpengine, relayFramesPerCpuSecond, calls));
    table.append(
        "%d processors (%s), Java %s, load average %.1f%n"
            .formatted(machine.processors(), machine.processor(), machine.java(), loadAverage));
    return table.toString();
  }

  private static String number(Double value, int digits) {
    return value == null ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
