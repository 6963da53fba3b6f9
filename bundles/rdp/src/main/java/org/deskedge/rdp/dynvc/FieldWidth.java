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
package org.deskedge.rdp.dynvc;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/** Fields of one, two or four bytes whose width stands in two bits of the header. */
final class FieldWidth {

  private static final int MASK = 3;

  private FieldWidth() {}

  /**
   * Returns the width in bytes.
   *
   * @param code in the two lowest bits
   */
  static int of(int code) throws MalformedPduException {
    if ((code & MASK) == MASK) {
      throw new MalformedPduException("drdynvc: 3 is not a field width");
    }
    return 1 << (code & MASK);
  }

  /** Returns the smallest width for an unsigned 32-bit number. */
  static int needed(int value) {
    if (value >>> Byte.SIZE == 0) {
      return Byte.BYTES;
    }
    return value >>> Short.SIZE == 0 ? Short.BYTES : Integer.BYTES;
  }

  /** Returns the two bits for a width. */
  static int code(int width) {
    return Integer.numberOfTrailingZeros(width);
  }

  static long get(ByteBuf buffer, int index, int width) {
    return switch (width) {
      case Byte.BYTES -> buffer.getUnsignedByte(index);
      case Short.BYTES -> buffer.getUnsignedShortLE(index);
      default -> buffer.getUnsignedIntLE(index);
    };
  }

  static void write(ByteBuf out, int value, int width) {
    switch (width) {
      case Byte.BYTES -> out.writeByte(value);
      case Short.BYTES -> out.writeShortLE(value);
      default -> out.writeIntLE(value);
    }
  }
}
