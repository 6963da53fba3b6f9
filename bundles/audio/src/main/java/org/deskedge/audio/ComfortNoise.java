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

/**
 * The payload of comfort noise of RFC 3389 section 3.
 *
 * <pre>
 *  0 1 2 3 4 5 6 7
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-   -+-+-+-+-+-+-+-+-+
 * |0|    level    |       N1      |  ... |      NM        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-   -+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * Level is that of the noise in -dBov, 0 to 127, where 0 dBov is that of a square wave of full
 * scale. N1 to NM are the reflection coefficients of an all-pole filter, {@code k = 258 (N - 127) /
 * 32768}. The first is negative where the lower frequencies are the stronger ones, as in the codecs
 * of the ITU.
 */
final class ComfortNoise {

  /** The lowest level there is, which is also the mask of the level in its byte. */
  static final int QUIETEST = 127;

  static final double FULL_SCALE = 32_768;

  private static final double STEP = 258 / 32_768.0;
  private static final int ZERO = 127;
  private static final int MOST = 254;

  private ComfortNoise() {}

  /** Returns a reflection coefficient, between -1 and 1 whatever the byte; 255 is read as 254. */
  static double coefficient(byte quantised) {
    return STEP * (Math.min(quantised & 0xff, MOST) - ZERO);
  }

  static byte quantised(double coefficient) {
    return (byte) Math.max(0, Math.min(MOST, Math.round(coefficient / STEP) + ZERO));
  }

  /** Returns the root mean square of noise of a level. */
  static double amplitude(byte level) {
    return FULL_SCALE * Math.pow(10, (level & QUIETEST) / -20.0);
  }

  static byte level(double meanSquare) {
    double dbov = 10 * Math.log10(Math.max(1e-9, meanSquare) / (FULL_SCALE * FULL_SCALE));
    return (byte) Math.max(0, Math.min(QUIETEST, Math.round(-dbov)));
  }
}
