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

/**
 * Block type 7 of an extended report (RFC 3611 section 4.7): one voice stream as its receiver has
 * it.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     BT=7      |   reserved    |       block length = 8        |
 * |                        SSRC of source                         |
 * |   loss rate   | discard rate  | burst density |  gap density  |
 * |       burst duration          |         gap duration          |
 * |     round trip delay          |       end system delay        |
 * | signal level  |  noise level  |     RERL      |     Gmin      |
 * |   R factor    | ext. R factor |    MOS-LQ     |    MOS-CQ     |
 * |   RX config   |   reserved    |          JB nominal           |
 * |          JB maximum           |          JB abs max           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * @param source whose stream it is about
 * @param losses lost and discarded packets, in bursts and between them
 * @param roundTripMillis most recent round trip between the RTP interfaces, 0 to 65535 ms; 0 if not
 *     known
 * @param endSystemMillis delay within the receiver's end, both directions together, 0 to 65535 ms
 * @param signalLevel voice signal level in dBm0, -128 to 126; {@link #UNAVAILABLE}
 * @param noiseLevel background noise in dBm0, -128 to 126; {@link #UNAVAILABLE}
 * @param echoReturnLoss residual echo return loss in dB, 0 to 126; {@link #UNAVAILABLE}
 * @param rFactor 0 to 100, delay included; {@link #UNAVAILABLE}
 * @param externalRFactor of a network segment behind the receiver, 0 to 100; {@link #UNAVAILABLE}
 * @param mosListening ten times the MOS for listening quality, 10 to 50; {@link #UNAVAILABLE}
 * @param mosConversational ten times the MOS for conversational quality, 10 to 50; {@link
 *     #UNAVAILABLE}
 * @param configuration the receiver configuration byte: two bits each for concealment and kind of
 *     jitter buffer, four for its rate (section 4.7.6)
 * @param bufferNominalMillis nominal delay of the jitter buffer, 0 to 65535 ms
 * @param bufferMaximumMillis its greatest delay now, 0 to 65535 ms
 * @param bufferAbsoluteMillis the greatest delay it can have, 0 to 65535 ms
 */
public record VoipMetrics(
    int source,
    BurstGapMetrics losses,
    int roundTripMillis,
    int endSystemMillis,
    int signalLevel,
    int noiseLevel,
    int echoReturnLoss,
    int rFactor,
    int externalRFactor,
    int mosListening,
    int mosConversational,
    int configuration,
    int bufferNominalMillis,
    int bufferMaximumMillis,
    int bufferAbsoluteMillis)
    implements ExtendedReport.Block {

  /** What the levels, R factors and scores are when they are not known. */
  public static final int UNAVAILABLE = 127;

  /** {@link #configuration}: lost packets are filled by simple replay or interpolation. */
  public static final int CONCEALMENT_STANDARD = 3 << 6;

  /** {@link #configuration}: lost packets are filled by an enhanced interpolation. */
  public static final int CONCEALMENT_ENHANCED = 2 << 6;

  /** {@link #configuration}: lost packets are silence. */
  public static final int CONCEALMENT_DISABLED = 1 << 6;

  /** {@link #configuration}: the jitter buffer adapts. */
  public static final int BUFFER_ADAPTIVE = 3 << 4;

  /** {@link #configuration}: the jitter buffer does not adapt. */
  public static final int BUFFER_FIXED = 2 << 4;

  /** Checks the ranges of the fields, not of what they mean: peers send what they like. */
  public VoipMetrics {
    signed(signalLevel);
    signed(noiseLevel);
    bits(0xff, echoReturnLoss, rFactor, externalRFactor, mosListening, mosConversational);
    bits(0xff, configuration);
    bits(0xffff, roundTripMillis, endSystemMillis);
    bits(0xffff, bufferNominalMillis, bufferMaximumMillis, bufferAbsoluteMillis);
  }

  private static void signed(int level) {
    if (level != (byte) level) {
      throw new IllegalArgumentException("level " + level + " is not in -128 to 127");
    }
  }

  static void bits(int mask, int... values) {
    for (int value : values) {
      if ((value & ~mask) != 0) {
        throw new IllegalArgumentException(value + " is not in 0 to " + mask);
      }
    }
  }
}
