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

/**
 * A session description that is malformed, or that offers nothing this side can carry. The message
 * says why in words for the peer and the log; what it quotes of the description is shortened and
 * free of control characters.
 */
public final class SdpException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int MAX_QUOTE = 60;

  public SdpException(String message) {
    super(message);
  }

  /** Quotes a piece of the peer's text so that it can do no harm in a log. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("'");
    text.codePoints()
        .limit(MAX_QUOTE)
        .map(c -> c < ' ' || c > '~' ? '?' : c)
        .forEach(quoted::appendCodePoint);
    return quoted.append(text.length() > MAX_QUOTE ? "...'" : "'").toString();
  }
}
