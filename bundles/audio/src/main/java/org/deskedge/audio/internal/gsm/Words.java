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
 * The 16-bit arithmetic of ETSI EN 300 961 (GSM 06.10) section 5.1, in which the codec is defined
 * bit by bit. Words are held in ints.
 */
final class Words {

  private Words() {}

  static int saturated(int value) {
    return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
  }

  static int add(int a, int b) {
    return saturated(a + b);
  }

  static int sub(int a, int b) {
    return saturated(a - b);
  }

  /** The product of two fractions, cut. */
  static int mult(int a, int b) {
    return saturated((a * b) >> 15);
  }

  /** The product of two fractions, rounded. */
  static int multR(int a, int b) {
    return saturated((a * b + 0x4000) >> 15);
  }

  static int abs(int a) {
    return Math.min(Math.abs(a), Short.MAX_VALUE);
  }

  /** How many places a positive 32-bit number can be shifted to the left before it is negative. */
  static int norm(int positive) {
    return Integer.numberOfLeadingZeros(positive) - 1;
  }

  /** The fraction of two positive words, the first one not the greater. */
  static int div(int numerator, int denominator) {
    return Math.min((numerator << 15) / denominator, Short.MAX_VALUE);
  }

  /** Shifts to the right by a count that may be negative. */
  static int shiftRight(int a, int count) {
    return count < 0 ? (short) (a << -count) : a >> count;
  }
}
