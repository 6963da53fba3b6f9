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
package org.deskedge.audio.internal.gsm;

/**
 * What one frame carries, and its 33 bytes in RTP (RFC 3551 section 4.5.8): every field with its
 * highest bit first.
 *
 * <pre>
 * 1101 | LARc 6 6 5 5 4 4 3 3 | 4 times: Nc 7, bc 2, Mc 2, xmaxc 6, 13 times xMc 3
 * </pre>
 */
final class Parameters {

  static final int BYTES = 33;
  static final int COEFFICIENTS = 8;
  static final int SUBFRAMES = 4;
  static final int PULSES = 13;

  private static final int SIGNATURE = 0x0d;
  private static final int[] LAR_BITS = {6, 6, 5, 5, 4, 4, 3, 3};

  /** The coded log-area ratios of the short-term filter. */
  final int[] lar = new int[COEFFICIENTS];

  /** Nc: the lags of the long-term predictor. */
  final int[] lag = new int[SUBFRAMES];

  /** bc: its coded gains. */
  final int[] gain = new int[SUBFRAMES];

  /** Mc: the grids of the regular pulses. */
  final int[] grid = new int[SUBFRAMES];

  /** xmaxc: the coded maxima of the pulses. */
  final int[] maximum = new int[SUBFRAMES];

  /** xMc: the coded pulses. */
  final int[][] pulses = new int[SUBFRAMES][PULSES];

  private long bits;
  private int held;
  private int position;

  static boolean isFrame(byte[] payload, int offset) {
    return (payload[offset] & 0xff) >> 4 == SIGNATURE;
  }

  void read(byte[] payload, int offset) {
    position = offset;
    held = 0;
    bits = 0;
    take(payload, 4);
    for (int i = 0; i < COEFFICIENTS; i++) {
      lar[i] = take(payload, LAR_BITS[i]);
    }
    for (int j = 0; j < SUBFRAMES; j++) {
      lag[j] = take(payload, 7);
      gain[j] = take(payload, 2);
      grid[j] = take(payload, 2);
      maximum[j] = take(payload, 6);
      for (int i = 0; i < PULSES; i++) {
        pulses[j][i] = take(payload, 3);
      }
    }
  }

  void write(byte[] payload, int at) {
    position = at;
    held = 0;
    bits = 0;
    put(payload, SIGNATURE, 4);
    for (int i = 0; i < COEFFICIENTS; i++) {
      put(payload, lar[i], LAR_BITS[i]);
    }
    for (int j = 0; j < SUBFRAMES; j++) {
      put(payload, lag[j], 7);
      put(payload, gain[j], 2);
      put(payload, grid[j], 2);
      put(payload, maximum[j], 6);
      for (int i = 0; i < PULSES; i++) {
        put(payload, pulses[j][i], 3);
      }
    }
  }

  private int take(byte[] payload, int count) {
    while (held < count) {
      bits = (bits << 8 | (payload[position++] & 0xff)) & 0xffff;
      held += 8;
    }
    held -= count;
    return (int) (bits >> held) & ((1 << count) - 1);
  }

  private void put(byte[] payload, int value, int count) {
    bits = (bits << count | value) & 0xffff;
    held += count;
    while (held >= 8) {
      held -= 8;
      payload[position++] = (byte) (bits >> held);
    }
  }
}
