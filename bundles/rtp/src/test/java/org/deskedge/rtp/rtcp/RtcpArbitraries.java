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
package org.deskedge.rtp.rtcp;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** RTCP packets of every kind with any values their fields can hold. */
final class RtcpArbitraries {

  private static final Arbitrary<Integer> WORD = Arbitraries.integers();
  private static final Arbitrary<Integer> BYTE = Arbitraries.integers().between(0, 255);
  private static final Arbitrary<Integer> SHORT = Arbitraries.integers().between(0, 65535);
  private static final Arbitrary<String> TEXT =
      Arbitraries.strings().alpha().numeric().withChars("@.-é€").ofMaxLength(85);

  private RtcpArbitraries() {}

  /** Compound packets: a report first, a description, and others in any order. */
  static Arbitrary<List<RtcpPacket>> compounds() {
    Arbitrary<List<RtcpPacket>> others =
        Arbitraries.oneOf(reports(), descriptions(), goodbyes(), extended()).list().ofMaxSize(3);
    return Combinators.combine(reports(), descriptions(), others)
        .as(
            (report, description, rest) -> {
              List<RtcpPacket> packets = new ArrayList<>(List.of(report, description));
              packets.addAll(rest);
              return packets;
            });
  }

  private static Arbitrary<RtcpPacket> reports() {
    Arbitrary<Long> unsigned = Arbitraries.longs().between(0, 0xffff_ffffL);
    Arbitrary<List<ReceptionReport>> blocks =
        Combinators.combine(
                WORD,
                BYTE,
                Arbitraries.integers().between(-(1 << 23), (1 << 23) - 1),
                unsigned,
                unsigned,
                WORD,
                WORD)
            .as(ReceptionReport::new)
            .list()
            .ofMaxSize(Reports.MOST);
    Arbitrary<RtcpPacket> sender =
        Combinators.combine(WORD, Arbitraries.longs(), WORD, WORD, WORD, blocks)
            .as(SenderReport::new);
    Arbitrary<RtcpPacket> receiver = Combinators.combine(WORD, blocks).as(ReceiverReport::new);
    return Arbitraries.oneOf(sender, receiver);
  }

  private static Arbitrary<RtcpPacket> descriptions() {
    Arbitrary<SourceDescription.Item> item =
        Combinators.combine(Arbitraries.integers().between(1, 7), TEXT)
            .as(SourceDescription.Item::new);
    return Combinators.combine(WORD, item.list().ofMaxSize(3))
        .as(SourceDescription.Chunk::new)
        .list()
        .ofMaxSize(3)
        .map(SourceDescription::new);
  }

  private static Arbitrary<RtcpPacket> goodbyes() {
    return Combinators.combine(WORD.list().ofMaxSize(Reports.MOST), TEXT.optional())
        .as(Goodbye::new);
  }

  private static Arbitrary<RtcpPacket> extended() {
    Arbitrary<ExtendedReport.Block> times =
        Arbitraries.longs().map(ExtendedReport.ReceiverReferenceTime::new);
    Arbitrary<ExtendedReport.Block> answers =
        Combinators.combine(WORD, WORD, WORD)
            .as(ExtendedReport.LastReceiverReports.Entry::new)
            .list()
            .ofMaxSize(4)
            .map(ExtendedReport.LastReceiverReports::new);
    return Combinators.combine(
            WORD, Arbitraries.oneOf(times, answers, metrics()).list().ofMaxSize(4))
        .as(ExtendedReport::new);
  }

  private static Arbitrary<ExtendedReport.Block> metrics() {
    Arbitrary<BurstGapMetrics> losses =
        Combinators.combine(BYTE, BYTE, BYTE, BYTE, SHORT, SHORT, BYTE).as(BurstGapMetrics::new);
    Arbitrary<Integer> level = Arbitraries.integers().between(-128, 127);
    Arbitrary<List<Integer>> bytes = BYTE.list().ofSize(6);
    Arbitrary<List<Integer>> shorts = SHORT.list().ofSize(5);
    return Combinators.combine(WORD, losses, level, level, bytes, shorts)
        .as(
            (source, loss, signal, noise, b, s) ->
                new VoipMetrics(
                    source, loss, s.get(0), s.get(1), signal, noise, b.get(0), b.get(1), b.get(2),
                    b.get(3), b.get(4), b.get(5), s.get(2), s.get(3), s.get(4)));
  }
}
