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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The options of one received PDU.
 *
 * <pre>
 *  0               2               4
 * +---------------+---------------+-------------------+
 * | type u16      | length u16    | value, length bytes
 * +---------------+---------------+-------------------+
 * </pre>
 *
 * Types that are not known are skipped.
 */
final class Options {

  private static final int HEADER_LENGTH = 4;

  private final Map<OptionType, ByteBuf> values = new EnumMap<>(OptionType.class);

  /** Reads options up to the buffer's end; the values are views of it. */
  static Options read(ByteBuf in) throws MalformedPduException {
    Options options = new Options();
    while (in.isReadable()) {
      if (in.readableBytes() < HEADER_LENGTH) {
        throw new MalformedPduException("option header is cut off");
      }
      int code = in.readUnsignedShortLE();
      int length = in.readUnsignedShortLE();
      if (length > in.readableBytes()) {
        throw new MalformedPduException(
            "option %d claims %d bytes, %d are left".formatted(code, length, in.readableBytes()));
      }
      ByteBuf value = in.readSlice(length);
      OptionType type = OptionType.of(code);
      if (type != null && options.values.put(type, value) != null) {
        throw new MalformedPduException("option " + type + " comes twice");
      }
    }
    return options;
  }

  int u8(OptionType type) throws MalformedPduException {
    return fixed(type, 1).readUnsignedByte();
  }

  int u16(OptionType type) throws MalformedPduException {
    return fixed(type, 2).readUnsignedShortLE();
  }

  long u32(OptionType type) throws MalformedPduException {
    return fixed(type, 4).readUnsignedIntLE();
  }

  long u64(OptionType type) throws MalformedPduException {
    return fixed(type, 8).readLongLE();
  }

  /** Reads a code of one byte that stands for one of the values. */
  <E> E code(OptionType type, E[] values, ToIntFunction<E> codeOf) throws MalformedPduException {
    int code = u8(type);
    for (E value : values) {
      if (codeOf.applyAsInt(value) == code) {
        return value;
      }
    }
    throw new MalformedPduException("option " + type + " has unknown value " + code);
  }

  Reason reason() throws MalformedPduException {
    return Reason.of(u16(OptionType.REASON));
  }

  String text(OptionType type) throws MalformedPduException {
    return optionalText(type).orElseThrow(() -> missing(type));
  }

  Optional<String> optionalText(OptionType type) throws MalformedPduException {
    ByteBuf value = values.get(type);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(value.nioBuffer()).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedPduException("option " + type + " is not UTF-8");
    }
  }

  private ByteBuf fixed(OptionType type, int length) throws MalformedPduException {
    ByteBuf value = values.get(type);
    if (value == null) {
      throw missing(type);
    }
    if (value.readableBytes() != length) {
      throw new MalformedPduException(
          "option %s has %d bytes instead of %d".formatted(type, value.readableBytes(), length));
    }
    return value;
  }

  private static MalformedPduException missing(OptionType type) {
    return new MalformedPduException("option " + type + " is missing");
  }
}
