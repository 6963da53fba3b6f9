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

/** The codes of PDUs, the header's sixth byte. */
enum PduType {
  HELLO(0x01),
  HEARTBEAT(0x02),
  BYE(0x03),
  ESTABLISH_REQUEST(0x10),
  ESTABLISH_CONFIRM(0x11),
  ESTABLISH_REJECT(0x12),
  MODIFICATION_REQUEST(0x20),
  MODIFICATION_CONFIRM(0x21),
  MODIFICATION_REJECT(0x22),
  RELEASE(0x30),
  EVENT_NOTICE(0x40),
  EVENT_REJECT(0x41);

  private static final PduType[] BY_CODE = new PduType[0x100];

  static {
    for (PduType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;

  PduType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the type of a code from 0 to 255, null where it is not known. */
  static PduType of(int code) {
    return BY_CODE[code];
  }

  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
