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
package org.deskedge.mediarelay.internal.playout;

/**
 * Samples that were made and not played yet, in one piece of an array so that they can be worked on
 * in place. Allocates nothing after construction. For one thread.
 */
final class SampleQueue {

  private final short[] samples;
  private int head;
  private int size;

  SampleQueue(int capacity) {
    samples = new short[capacity];
  }

  /** Returns the array the samples are in. */
  short[] array() {
    return samples;
  }

  /** Returns where the oldest is. */
  int head() {
    return head;
  }

  /** Returns where the next one goes, after {@link #reserve(int)} for them. */
  int tail() {
    return head + size;
  }

  int size() {
    return size;
  }

  /**
   * Makes room for that many more samples in one piece.
   *
   * @return false if they do not fit
   */
  boolean reserve(int more) {
    if (size + more > samples.length) {
      return false;
    }
    if (tail() + more > samples.length) {
      System.arraycopy(samples, head, samples, 0, size);
      head = 0;
    }
    return true;
  }

  /** Says how many samples there are now, from the oldest on. */
  void resize(int newSize) {
    size = newSize;
  }

  /** Says that samples were written behind the newest. */
  void added(int count) {
    size += count;
  }

  /** Takes out the oldest samples; there are to be as many. */
  void read(short[] into, int count) {
    System.arraycopy(samples, head, into, 0, count);
    head += count;
    size -= count;
  }

  void clear() {
    head = 0;
    size = 0;
  }
}
