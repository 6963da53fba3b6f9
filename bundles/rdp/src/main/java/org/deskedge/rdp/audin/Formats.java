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
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.AudioFormats;
import org.deskedge.rdp.internal.ChannelPduReader;
import org.deskedge.rdp.rdpsnd.AudioFormat;

/**
 * Sound Formats PDU: the server's list comes first, the client answers with those of it that it can
 * capture (MS-RDPEAI section 2.2.2.2).
 *
 * <pre>
 * MessageId (1, 0x02) | NumFormats (4) | cbSizeFormatsPacket (4) | formats | ignored
 * </pre>
 *
 * cbSizeFormatsPacket, the length without what is ignored, follows from the formats: it is written,
 * and not looked at.
 *
 * @param formats in the order other PDUs refer to
 */
public record Formats(List<AudioFormat> formats) implements AudinPdu {

  private static final int FIXED_LENGTH = Audin.HEADER_LENGTH + 8;

  /** Keeps an immutable copy. */
  public Formats {
    formats = List.copyOf(formats);
  }

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static Formats decode(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = Audin.body("Formats", Audin.FORMATS, message);
    long count = in.u32();
    in.skip(Integer.BYTES);
    return new Formats(AudioFormats.read(in, count));
  }

  @Override
  public int encodedLength() {
    return FIXED_LENGTH + AudioFormats.length(formats);
  }

  @Override
  public void encode(ByteBuf out) {
    out.writeByte(Audin.FORMATS).writeIntLE(formats.size()).writeIntLE(encodedLength());
    AudioFormats.write(formats, out);
  }
}
