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
package org.deskedge.rtp;

/** Arithmetic on 16-bit RTP sequence numbers, which wrap from 65535 to 0. */
public final class SequenceNumbers {

  /** How many sequence numbers there are. */
  public static final int MODULUS = 1 << 16;

  private SequenceNumbers() {}

  /** Returns the sequence number after this one. */
  public static int next(int sequenceNumber) {
    return (sequenceNumber + 1) & (MODULUS - 1);
  }

  /** Returns how many steps forward lead from one to the other, 0 to 65535. */
  public static int stepsForward(int from, int to) {
    return (to - from) & (MODULUS - 1);
  }
}
