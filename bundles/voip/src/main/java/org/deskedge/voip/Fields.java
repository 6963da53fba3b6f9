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

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The limits of PDU fields. Messages name the field and never its value, which may be secret.
 *
 * <p>The limits of one PDU's options add up to less than {@link VoipChannel#MAX_PDU_LENGTH}.
 */
final class Fields {

  static final int MAX_U8 = 0xFF;
  static final int MAX_U16 = 0xFFFF;
  static final long MAX_U32 = 0xFFFF_FFFFL;
  static final int MAX_SDP_BYTES = 12_288;
  static final int MAX_PARTY_BYTES = 512;
  static final int MAX_KEY_BYTES = 256;
  static final int MAX_PRODUCT_BYTES = 128;

  /** Characters, of at most 3 bytes each in UTF-8 or 4 for two. */
  static final int MAX_TEXT_CHARS = 256;

  private Fields() {}

  static void u32(String field, long value) {
    range(field, value, 0, MAX_U32);
  }

  static void range(String field, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(field + " is not from " + min + " to " + max);
    }
  }

  /** Checks a session description: of many lines, so control characters are allowed. */
  static void sdp(String sdp) {
    size("session description", sdp, MAX_SDP_BYTES);
  }

  /** Checks text of one line, not empty. */
  static void line(String field, String value, int maxBytes) {
    size(field, value, maxBytes);
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(field + " has control characters");
    }
  }

  /**
   * Makes text fit: control characters and lone surrogates become spaces, and what is beyond {@link
   * #MAX_TEXT_CHARS} is cut off. An explanation is worth less than the PDU it travels in.
   */
  static String text(String text) {
    Objects.requireNonNull(text, "text");
    StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX_TEXT_CHARS));
    int index = 0;
    while (index < text.length()) {
      int c = text.codePointAt(index);
      index += Character.charCount(c);
      if (clean.length() + Character.charCount(c) > MAX_TEXT_CHARS) {
        break;
      }
      boolean unfit =
          Character.isISOControl(c)
              || (Character.isBmpCodePoint(c) && Character.isSurrogate((char) c));
      clean.appendCodePoint(unfit ? ' ' : c);
    }
    return clean.toString();
  }

  private static void size(String field, String value, int maxBytes) {
    Objects.requireNonNull(value, field);
    int bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value)).limit();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(field + " has a lone surrogate", e);
    }
    range("length of " + field + " in bytes", bytes, 1, maxBytes);
  }
}
