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
package org.deskedge.rtp.rtcp;

import java.util.List;

/** What lists of reports and sources have in common: 5 bits hold their length. */
final class Reports {

  /** The most entries a packet can list (RFC 3550 section 6.4.1). */
  static final int MOST = 31;

  private Reports() {}

  static <T> List<T> checked(List<T> entries) {
    if (entries.size() > MOST) {
      throw new IllegalArgumentException(entries.size() + " entries are more than " + MOST);
    }
    return List.copyOf(entries);
  }
}
