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
package org.deskedge.rdp.x224;

/**
 * Says, behind the negotiation in a Connection Confirm, that the desktop takes part in voice at the
 * edge. An addition of Deskedge's; the edge takes it out before the client sees it.
 *
 * <pre>
 * DE | 00 | length u16 = 8 | version u16 | reserved u16 = 0      (little-endian)
 * </pre>
 *
 * @param version of the VOIP PDUs the desktop speaks, 0 to 65535
 */
public record AcceptOption(int version) {

  /** The version this code speaks. */
  public static final int VERSION = 1;
}
