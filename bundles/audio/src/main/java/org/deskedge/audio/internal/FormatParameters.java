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
package org.deskedge.audio.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the parameters of an fmtp attribute: {@code name=value}, with semicolons between them. */
public final class FormatParameters {

  private FormatParameters() {}

  /** Returns a whole number; empty if the parameter is missing or no number. */
  public static OptionalInt number(Optional<String> parameters, String name) {
    for (String parameter : parameters.orElse("").split(";", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0
          && parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(name)) {
        return parsed(parameter.substring(equals + 1).strip());
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt parsed(String value) {
    try {
      return OptionalInt.of(Integer.parseInt(value));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
