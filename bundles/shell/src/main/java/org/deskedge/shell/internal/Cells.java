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
package org.deskedge.shell.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Writes values as the text of table cells and JSON fields. */
final class Cells {

  /** Longest text from a peer shown in a table, in characters. */
  static final int MAX_TEXT = 48;

  private static final String UNKNOWN = "-";

  private Cells() {}

  /** Returns address and port, IPv6 addresses in brackets; never asks a name server. */
  static String address(InetSocketAddress address) {
    if (address.isUnresolved()) {
      return address.getHostString() + ":" + address.getPort();
    }
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** Returns what {@link #address(InetSocketAddress)} does, or a dash. */
  static String address(Optional<InetSocketAddress> address) {
    return address.map(Cells::address).orElse(UNKNOWN);
  }

  /**
   * Returns a text that came from a peer, made harmless to the operator's terminal: control
   * characters replaced, and cut at {@link #MAX_TEXT}.
   */
  static String text(Optional<String> text) {
    if (text.isEmpty() || text.get().isEmpty()) {
      return UNKNOWN;
    }
    StringBuilder clean = new StringBuilder();
    text.get()
        .codePoints()
        .limit(MAX_TEXT)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(clean::appendCodePoint);
    return clean.length() < text.get().length() ? clean + "…" : clean.toString();
  }

  /** Returns hours, minutes and seconds between two instants. */
  static String age(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.isNegative()) {
      return "0:00:00";
    }
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", age.toHours(), age.toMinutesPart(), age.toSecondsPart());
  }

  static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : UNKNOWN;
  }

  static String hundredths(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : UNKNOWN;
  }

  static String number(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : UNKNOWN;
  }
}
