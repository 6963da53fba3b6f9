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
package org.deskedge.rtp.sdp;

/** What words a session description is made of (RFC 8866 section 9). */
final class SdpText {

  private static final int MAX_NUMBER_DIGITS = 40;
  private static final String SEPARATORS = "\"(),/:;<=>?@[\\]";

  private SdpText() {}

  /** A token: visible ASCII but separators. */
  static boolean isToken(String text) {
    return isWord(text) && text.chars().noneMatch(c -> c > '~' || SEPARATORS.indexOf(c) >= 0);
  }

  /** A word: at least one character, no space, no control character. */
  static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
  }

  /** The rest of a line: at least one character, none of which ends a line or a string. */
  static boolean isLine(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c == 0 || c == '\r' || c == '\n');
  }

  static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_NUMBER_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
