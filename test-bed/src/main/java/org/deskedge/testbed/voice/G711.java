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
package org.deskedge.testbed.voice;

/**
 * G.711 as the bed's own judge decodes it, written apart from the product's codec on purpose: an
 * error they shared would go unseen. Thread-safe.
 */
public enum G711 {
  /** Mu-law, RTP payload type 0. */
  PCMU(0),
  /** A-law, RTP payload type 8. */
  PCMA(8);

  /** Samples a second. */
  public static final int RATE = 8000;

  private static final int[] SEGMENT_END_MU = {0xff, 0x1ff, 0x3ff, 0x7ff, 0xfff, 0x1fff, 0x3fff};
  private static final int BIAS = 0x84;
  private static final int MU_CLIP = 32635;

  private final int payloadType;

  G711(int payloadType) {
    this.payloadType = payloadType;
  }

  /** The static RTP payload type of RFC 3551. */
  public int payloadType() {
    return payloadType;
  }

  /**
   * The codec of a static payload type.
   *
   * @throws IllegalArgumentException if the payload type is neither 0 nor 8
   */
  public static G711 ofPayloadType(int payloadType) {
    return switch (payloadType) {
      case 0 -> PCMU;
      case 8 -> PCMA;
      default -> throw new IllegalArgumentException("not G.711: payload type " + payloadType);
    };
  }

  /** One code word to a 16-bit linear sample. */
  public short decode(byte code) {
    return this == PCMU ? decodeMu(code) : decodeA(code);
  }

  /** One 16-bit linear sample to a code word. */
  public byte encode(short sample) {
    return this == PCMU ? encodeMu(sample) : encodeA(sample);
  }

  private static short decodeMu(byte code) {
    int inverted = ~code & 0xff;
    int magnitude = ((((inverted & 0x0f) << 3) + BIAS) << ((inverted & 0x70) >> 4)) - BIAS;
    return (short) ((inverted & 0x80) != 0 ? -magnitude : magnitude);
  }

  private static byte encodeMu(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), MU_CLIP) + BIAS;
    int segment = 0;
    while (segment < SEGMENT_END_MU.length && magnitude > SEGMENT_END_MU[segment]) {
      segment++;
    }
    return (byte) ~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f));
  }

  private static short decodeA(byte code) {
    int even = (code ^ 0x55) & 0xff;
    int segment = (even & 0x70) >> 4;
    int magnitude = ((even & 0x0f) << 4) + 8;
    if (segment > 0) {
      magnitude = (magnitude + 0x100) << (segment - 1);
    }
    return (short) ((even & 0x80) != 0 ? magnitude : -magnitude);
  }

  private static byte encodeA(short sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 0x7fff);
    int segment = 0;
    while (segment < 7 && magnitude > ((0x100 << segment) - 1)) {
      segment++;
    }
    int mantissa = segment == 0 ? magnitude >> 4 : magnitude >> (segment + 3);
    return (byte) ((sign | (segment << 4) | (mantissa & 0x0f)) ^ 0x55);
  }
}
