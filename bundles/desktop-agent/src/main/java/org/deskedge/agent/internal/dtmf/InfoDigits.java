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
package org.deskedge.agent.internal.dtmf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;

/**
 * Digits in the body of SIP INFO, in the two forms phones have: {@code application/dtmf-relay} with
 * the lines {@code Signal=5} and {@code Duration=160}, and {@code application/dtmf} with the digit
 * alone. Neither has an RFC; 10, 11 and 16 stand for the star, the pound key and the flash in some
 * phones. Safe for use by any thread.
 */
public final class InfoDigits {

  /** Media subtype this agent writes, of the type {@code application}. */
  public static final String SUBTYPE = "dtmf-relay";

  /** Duration of a digit that has none, in milliseconds. */
  static final int DEFAULT_MILLIS = 160;

  private static final int MAX_BYTES = 256;
  private static final String KEYS = "0123456789*#ABCD!";
  private static final Pattern SIGNAL = line("Signal", "([0-9*#A-Da-d!]|1[0-6])");
  private static final Pattern DURATION = line("Duration", "(\\d{1,6})");
  private static final Pattern ALONE = Pattern.compile("\\s*([0-9*#A-Da-d!]|1[0-6])\\s*");

  private InfoDigits() {}

  /** Returns whether the content type says that the message carries a digit. */
  public static boolean isCarriedBy(Message message) {
    return isType(message, SUBTYPE) || isType(message, "dtmf");
  }

  /** Reads the digit of a message that {@link #isCarriedBy carries} one; empty if it is broken. */
  public static Optional<Digit> read(Message message) {
    byte[] content = message.getRawContent();
    if (content == null || content.length > MAX_BYTES) {
      return Optional.empty();
    }
    String body = new String(content, StandardCharsets.US_ASCII);
    Matcher alone = ALONE.matcher(body);
    if (isType(message, "dtmf") && alone.matches()) {
      return Optional.of(new Digit(event(alone.group(1)), DEFAULT_MILLIS));
    }
    Matcher signal = SIGNAL.matcher(body);
    if (!signal.find()) {
      return Optional.empty();
    }
    Matcher duration = DURATION.matcher(body);
    int millis = duration.find() ? Integer.parseInt(duration.group(1)) : DEFAULT_MILLIS;
    return Optional.of(new Digit(event(signal.group(1)), millis));
  }

  /** Returns the digit as a body of {@code application/dtmf-relay}. */
  public static String write(Digit digit) {
    return "Signal="
        + KEYS.charAt(digit.event())
        + "\r\nDuration="
        + digit.durationMillis()
        + "\r\n";
  }

  private static int event(String signal) {
    return signal.length() == 2
        ? Integer.parseInt(signal)
        : KEYS.indexOf(signal.toUpperCase(Locale.ROOT));
  }

  private static Pattern line(String name, String value) {
    return Pattern.compile(
        "^\\s*" + name + "\\s*=\\s*" + value + "\\s*$",
        Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  private static boolean isType(Message message, String subtype) {
    ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
    return type != null
        && "application".equalsIgnoreCase(type.getContentType())
        && subtype.equalsIgnoreCase(type.getContentSubType());
  }
}
