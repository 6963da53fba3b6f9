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
package org.deskedge.onos;

import java.util.regex.Pattern;

/** The one form of names: fit for URLs, file names and DNS labels alike. */
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private Names() {}

  static String check(String field, String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new InvalidFieldException(
          field,
          "'"
              + abbreviated(name)
              + "' is not a name: allowed are 1 to 63 of a-z, 0-9 and -, the first not a -");
    }
    return name;
  }

  private static String abbreviated(String name) {
    return name != null && name.length() > 80 ? name.substring(0, 80) + "…" : name;
  }
}
