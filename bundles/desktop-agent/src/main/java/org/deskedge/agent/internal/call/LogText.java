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
package org.deskedge.agent.internal.call;

import org.slf4j.helpers.MessageFormatter;

/** Keeps what peers sent from writing log lines of its own. */
final class LogText {

  /** Longest text of a peer in the log, in characters. */
  static final int MAX_LENGTH = 200;

  private LogText() {}

  /** Returns the text on one line and not too long. */
  static String clean(String text) {
    String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  /** Fills a log format, cleaning the result. */
  static String format(String format, Object... arguments) {
    return clean(MessageFormatter.arrayFormat(format, arguments).getMessage());
  }
}
