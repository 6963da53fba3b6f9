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
package org.deskedge.rdp.audin;

import io.netty.buffer.ByteBuf;

/**
 * An audio input PDU other than {@link Data}, which is written and read in place (MS-RDPEAI section
 * 2.2).
 */
public sealed interface AudinPdu
    permits Version, Formats, Open, OpenReply, IncomingData, FormatChange {

  /** Returns how many bytes {@link #encode} appends. */
  int encodedLength();

  /** Appends the PDU with its header. */
  void encode(ByteBuf out);
}
