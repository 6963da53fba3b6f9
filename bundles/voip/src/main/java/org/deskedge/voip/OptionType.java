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

/** The codes of options. */
enum OptionType {
  VERSION(1),
  PRODUCT(2),
  KEY(3),
  HEARTBEAT_INTERVAL(4),
  SEQUENCE(5),
  REPLY(6),
  REASON(7),
  TEXT(8),
  ORIGIN(9),
  LOCAL_PARTY(10),
  REMOTE_PARTY(11),
  SDP(12),
  DIRECTION(13),
  SDP_ROLE(14),
  EVENT(15),
  DURATION(16);

  private static final OptionType[] VALUES = values();

  private final int code;

  OptionType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the type of a code, null where it is not known. */
  static OptionType of(int code) {
    return code >= 1 && code <= VALUES.length ? VALUES[code - 1] : null;
  }
}
