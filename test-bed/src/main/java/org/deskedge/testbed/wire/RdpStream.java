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
import java.util.function.Consumer;

/**
 * Cuts one direction of an RDP connection into its PDUs. Both framings begin with a byte that tells
 * them apart ([MS-RDPBCGR] 5.3.8):
 *
 * <pre>
 * slow path  03 00 length(2, big-endian, whole PDU) rest
 * fast path  action(1, low two bits 0) length(1, or 2 if the high bit is set) rest
 * </pre>
 */
final class RdpStream {
  private final Consumer<byte[]> pdus;
  private byte[] held = new byte[0];
  private boolean broken;

  RdpStream(Consumer<byte[]> pdus) {
    this.pdus = pdus;
  }

  /** Takes the next bytes; PDUs they complete are passed on whole, with their framing. */
  void feed(byte[] bytes) {
    if (broken) {
      return;
    }
    byte[] all = Arrays.copyOf(held, held.length + bytes.length);
    System.arraycopy(bytes, 0, all, held.length, bytes.length);
    int at = 0;
    int length = length(all, at);
    while (length > 0 && at + length <= all.length) {
      pdus.accept(Arrays.copyOfRange(all, at, at + length));
      at += length;
      length = length(all, at);
    }
    held = Arrays.copyOfRange(all, at, all.length);
  }

  /** Whether framing was lost: nothing more can be read from this stream. */
  boolean isBroken() {
    return broken;
  }

  /** Bytes of a PDU that is not complete. */
  int pending() {
    return held.length;
  }

  /** Length of the PDU that begins there; 0 if it cannot be told yet, or if framing is lost. */
  private int length(byte[] bytes, int at) {
    int left = bytes.length - at;
    if (left < 2) {
      return 0;
    }
    boolean slow = bytes[at] == 3;
    if (left < (slow ? 4 : 3)) {
      return 0;
    }
    int length;
    int least;
    if (slow) {
      length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
      least = 7;
    } else if ((bytes[at + 1] & 0x80) != 0) {
      length = (bytes[at + 1] & 0x7f) << 8 | (bytes[at + 2] & 0xff);
      least = 3;
    } else {
      length = bytes[at + 1];
      least = 2;
    }
    if (length < least || (!slow && (bytes[at] & 0x03) != 0)) {
      broken = true;
      return 0;
    }
    return length;
  }
}
