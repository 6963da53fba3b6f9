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
package org.deskedge.testbed.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.TestBedException;

/**
 * An RTP stream as tshark's analysis sees it: a judge that is neither the edge nor the bed.
 *
 * @param source IPv4 address of the sender
 * @param target IPv4 address of the receiver
 * @param packets that were captured
 * @param lost by sequence number
 * @param meanJitterMs mean over the packets of the interarrival jitter of RFC 3550
 */
public record TsharkStream(
    String source, String target, long packets, long lost, double meanJitterMs) {

  /** times, source, port, target, port, SSRC, codec, packets, lost, deltas, jitters. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\s*[\\d.]+\\s+[\\d.]+\\s+(\\S+)\\s+\\d+\\s+(\\S+)\\s+\\d+\\s+0x\\S+\\s+.+?\\s+(\\d+)"
              + "\\s+(-?\\d+) \\([^)]*\\)\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+(\\S+)\\s+\\S+.*");

  /** All streams of a capture. */
  public static List<TsharkStream> of(Path capture) {
    return Command.of("tshark", "-r", capture.toString(), "--enable-heuristic", "rtp_udp")
        .plus("-q", "-z", "rtp,streams")
        .run()
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(TsharkStream::of)
        .toList();
  }

  private static TsharkStream of(Matcher row) {
    return new TsharkStream(
        row.group(1),
        row.group(2),
        Long.parseLong(row.group(3)),
        Long.parseLong(row.group(4)),
        Double.parseDouble(row.group(5)));
  }

  /**
   * The one stream between two addresses.
   *
   * @throws TestBedException if there is none, or more than one
   */
  public static TsharkStream between(String source, String target, Path capture) {
    List<TsharkStream> streams =
        of(capture).stream()
            .filter(stream -> stream.source.equals(source) && stream.target.equals(target))
            .toList();
    if (streams.size() != 1) {
      throw new TestBedException(
          "tshark sees " + streams + " from " + source + " to " + target + " in " + capture);
    }
    return streams.get(0);
  }
}
