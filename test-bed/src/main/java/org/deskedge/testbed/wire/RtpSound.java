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

import java.util.Arrays;
import java.util.List;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.TimedSound;

/**
 * The sound an RTP flow carries, laid out by RTP time, with the time of each sample at the captured
 * interface. Lost packets are silence; of packets that came twice the first counts.
 */
public final class RtpSound {
  /** Longest sound made of a flow, 10 minutes: a timestamp that lies must not use up memory. */
  public static final int MOST_SAMPLES = 600 * G711.RATE;

  private RtpSound() {}

  /**
   * What was spoken at the sender: a packet leaves when its last sample has been spoken, so a
   * sample was spoken before the packet left by what follows it in the packet. This counts the
   * phone's packetisation in, and nothing that a microphone and its driver would add.
   *
   * @throws IllegalArgumentException if the flow is not G.711
   */
  public static TimedSound spoken(RtpFlow flow) {
    return sound(flow, true);
  }

  /**
   * What could be heard at the receiver at the earliest: the first sample of a packet when the
   * packet arrives. The receiver's playout buffer and loudspeaker are not in it.
   *
   * @throws IllegalArgumentException if the flow is not G.711
   */
  public static TimedSound arrived(RtpFlow flow) {
    return sound(flow, false);
  }

  private static TimedSound sound(RtpFlow flow, boolean spoken) {
    List<RtpPacket> voice =
        flow.packets().stream()
            .filter(packet -> packet.payloadType() == 0 || packet.payloadType() == 8)
            .sorted((a, b) -> Integer.compare(offset(flow, a), offset(flow, b)))
            .toList();
    if (voice.isEmpty()) {
      throw new IllegalArgumentException(flow.source() + " sent no G.711");
    }
    int first = offset(flow, voice.get(0));
    RtpPacket last = voice.get(voice.size() - 1);
    int length = offset(flow, last) - first + last.voice().length;
    if (length > MOST_SAMPLES) {
      throw new IllegalArgumentException(flow.source() + " sent " + length + " samples");
    }
    short[] samples = new short[length];
    int[] anchors = new int[voice.size()];
    long[] nanos = new long[voice.size()];
    int filled = 0;
    int packets = 0;
    for (RtpPacket packet : voice) {
      int at = offset(flow, packet) - first;
      if (packets == 0 || at >= filled) {
        G711 codec = G711.ofPayloadType(packet.payloadType());
        for (int i = 0; i < packet.voice().length; i++) {
          samples[at + i] = codec.decode(packet.voice()[i]);
        }
        anchors[packets] = at;
        nanos[packets] =
            packet.packet().epochNanos()
                - (spoken ? packet.voice().length * TimedSound.NANOS_A_SAMPLE : 0);
        filled = at + packet.voice().length;
        packets++;
      }
    }
    return new TimedSound(samples, Arrays.copyOf(anchors, packets), Arrays.copyOf(nanos, packets));
  }

  /** RTP time relative to the first packet captured; wraps as RTP time does. */
  private static int offset(RtpFlow flow, RtpPacket packet) {
    return (int) (packet.timestamp() - flow.packets().get(0).timestamp());
  }
}
