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

/** What both ends of the control channel agree on beforehand ({@code docs/voip-channel.md}). */
public final class VoipChannel {

  /** Name of the dynamic virtual channel. */
  public static final String NAME = "VOIPCTL";

  /** Version of the PDUs' framing, in the header of each. */
  public static final int VERSION = 1;

  /**
   * Greatest version of the rules both ends follow, in HELLO; they speak the lower of the two.
   * Version 2 has EVENT NOTICE and EVENT REJECT.
   */
  public static final int PROTOCOL_VERSION = 2;

  /** Bytes of a PDU's header, and so the least length of a PDU. */
  public static final int HEADER_LENGTH = 16;

  /** Most bytes of a PDU, header included; what a decoder keeps is bounded by it. */
  public static final int MAX_PDU_LENGTH = 16_384;

  private VoipChannel() {}
}
