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
package org.deskedge.rdp.rdpsnd;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.AudioFormats;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * Server Audio Formats and Version PDU (MS-RDPEA section 2.2.2.1).
 *
 * <pre>
 * SNDPROLOG (4, type 0x07) | dwFlags (4) | dwVolume (4) | dwPitch (4) | wDGramPort (2): unused
 * wNumberOfFormats (2) | cLastBlockConfirmed (1) | wVersion (2) | bPad (1) | formats
 * </pre>
 *
 * @param version 0 to 65535; from 8 on audio may go as {@link Wave2}
 * @param lastBlockConfirmed first value of the block number, 0 to 255
 * @param formats that the server can send; together with the header up to 65535 bytes
 */
public record ServerFormats(int version, int lastBlockConfirmed, List<AudioFormat> formats)
    implements SoundPdu {

  private static final int UNUSED = 14;

  /** Checks that the formats fit. */
  public ServerFormats {
    formats = FormatsBody.checked(formats);
  }

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static ServerFormats decode(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = Rdpsnd.body("Server Formats", Rdpsnd.FORMATS, message);
    in.skip(UNUSED);
    int count = in.u16();
    int lastBlockConfirmed = in.u8();
    int version = in.u16();
    in.skip(1);
    return new ServerFormats(version, lastBlockConfirmed, AudioFormats.read(in, count));
  }

  @Override
  public int encodedLength() {
    return Rdpsnd.PROLOG + FormatsBody.length(formats);
  }

  @Override
  public void encode(ByteBuf out) {
    Rdpsnd.prolog(out, Rdpsnd.FORMATS, FormatsBody.length(formats));
    out.writeZero(UNUSED)
        .writeShortLE(formats.size())
        .writeByte(lastBlockConfirmed)
        .writeShortLE(version)
        .writeByte(0);
    AudioFormats.write(formats, out);
  }
}
