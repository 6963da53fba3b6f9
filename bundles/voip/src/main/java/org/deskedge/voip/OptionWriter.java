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
package org.deskedge.voip;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Optional;

/** Writes the options of one PDU; see {@link Options} for their layout. */
final class OptionWriter {

  private final ByteBuf out;

  OptionWriter(ByteBuf out) {
    this.out = out;
  }

  OptionWriter u8(OptionType type, int value) {
    header(type, 1).writeByte(value);
    return this;
  }

  OptionWriter u16(OptionType type, int value) {
    header(type, 2).writeShortLE(value);
    return this;
  }

  OptionWriter u32(OptionType type, long value) {
    header(type, 4).writeIntLE((int) value);
    return this;
  }

  OptionWriter u64(OptionType type, long value) {
    header(type, 8).writeLongLE(value);
    return this;
  }

  OptionWriter text(OptionType type, String value) {
    ByteBufUtil.writeUtf8(header(type, ByteBufUtil.utf8Bytes(value)), value);
    return this;
  }

  OptionWriter text(OptionType type, Optional<String> value) {
    return value.isPresent() ? text(type, value.get()) : this;
  }

  /** Writes a reason and its explanation, which is left out when it is empty. */
  OptionWriter reason(Reason reason, String text) {
    u16(OptionType.REASON, reason.code());
    return text.isEmpty() ? this : text(OptionType.TEXT, text);
  }

  private ByteBuf header(OptionType type, int length) {
    return out.writeShortLE(type.code()).writeShortLE(length);
  }
}
