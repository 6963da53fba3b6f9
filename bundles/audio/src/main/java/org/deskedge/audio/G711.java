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
package org.deskedge.audio;

import java.util.Optional;

/**
 * The two laws of ITU-T G.711: eight bits a sample at 8,000 samples per second.
 *
 * <p>Both laws write a sample as sign, segment (a power of two) and step within the segment. Linear
 * samples are 16-bit: mu-law takes the upper 14 of them, A-law the upper 13. Samples of equal
 * magnitude differ in the sign bit only.
 *
 * <pre>
 *   7   6 5 4   3 2 1 0
 * +---+-------+---------+
 * | S | segm. |  step   |   sent with all bits inverted (mu-law) or the even ones (A-law)
 * +---+-------+---------+
 * </pre>
 *
 * Stateless and safe for use by any thread.
 */
public enum G711 implements SpeechCodec, SpeechEncoder, SpeechDecoder {
  /** G.711 mu-law (table 2a and 2b). */
  PCMU {
    @Override
    byte compress(int sample) {
      int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
      int segment = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
      int step = (magnitude >> (segment + 3)) & STEP_MASK;
      int sign = sample < 0 ? SIGN_BIT : 0;
      return (byte) ~(sign | (segment << STEP_BITS) | step);
    }

    @Override
    short expand(int code) {
      int plain = ~code;
      int step = plain & STEP_MASK;
      int magnitude = (((step << 3) + MU_BIAS) << segment(plain)) - MU_BIAS;
      return (short) ((plain & SIGN_BIT) != 0 ? -magnitude : magnitude);
    }
  },
  /** G.711 A-law (table 1a and 1b). */
  PCMA {
    @Override
    byte compress(int sample) {
      int magnitude = Math.min(Math.abs(sample), Short.MAX_VALUE);
      int segment = Math.max(0, 31 - Integer.numberOfLeadingZeros(magnitude | 1) - 7);
      int step = (magnitude >> (segment == 0 ? 4 : segment + 3)) & STEP_MASK;
      int sign = sample < 0 ? 0 : SIGN_BIT;
      return (byte) ((sign | (segment << STEP_BITS) | step) ^ A_INVERTED);
    }

    @Override
    short expand(int code) {
      int plain = code ^ A_INVERTED;
      int segment = segment(plain);
      int middle = ((plain & STEP_MASK) << 4) + 8;
      int magnitude = segment == 0 ? middle : (middle + 0x100) << (segment - 1);
      return (short) ((plain & SIGN_BIT) != 0 ? magnitude : -magnitude);
    }
  };

  /** Samples per second of either law. */
  public static final int SAMPLE_RATE = 8000;

  private static final int FRAME_MILLIS = 10;
  private static final int SIGN_BIT = 0x80;
  private static final int STEP_BITS = 4;
  private static final int STEP_MASK = 0x0f;
  private static final int MU_BIAS = 0x84;
  private static final int MU_CLIP = Short.MAX_VALUE - MU_BIAS;
  private static final int A_INVERTED = 0x55;

  @Override
  public String encodingName() {
    return name();
  }

  @Override
  public int clockRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int rtpMapChannels() {
    return 1;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int frameMillis() {
    return FRAME_MILLIS;
  }

  @Override
  public Impairment impairment() {
    return Impairment.G711;
  }

  @Override
  public Optional<String> formatParameters() {
    return Optional.empty();
  }

  /** Returns this law, which keeps no state. */
  @Override
  public SpeechEncoder newEncoder(Optional<String> formatParameters) {
    return this;
  }

  /** Returns this law, which keeps no state. */
  @Override
  public SpeechDecoder newDecoder() {
    return this;
  }

  @Override
  public int samples(byte[] payload, int offset, int length) {
    return length;
  }

  @Override
  public int encode(short[] samples, int offset, int length, byte[] payload, int at) {
    for (int i = 0; i < length; i++) {
      payload[at + i] = compress(samples[offset + i]);
    }
    return length;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] samples, int at) {
    for (int i = 0; i < length; i++) {
      samples[at + i] = expand(payload[offset + i] & 0xff);
    }
    return length;
  }

  abstract byte compress(int sample);

  abstract short expand(int code);

  private static int segment(int plain) {
    return (plain >> STEP_BITS) & 0x07;
  }
}
