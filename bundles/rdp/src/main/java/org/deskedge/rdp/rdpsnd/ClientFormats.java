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
 * Client Audio Formats and Version PDU (MS-RDPEA section 2.2.2.2).
 *
 * <pre>
 * SNDPROLOG (4, type 0x07) | dwFlags (4) | dwVolume (4) | dwPitch (4) | wDGramPort (2, big-endian)
 * wNumberOfFormats (2) | cLastBlockConfirmed (1) | wVersion (2) | bPad (1) | formats
 * </pre>
 *
 * @param flags sum of the constants here
 * @param volume left channel in the low 16 bits, right in the high; of a meaning with {@link
 *     #VOLUME}
 * @param pitch 16.16 fixed-point multiplier; of a meaning with {@link #PITCH}
 * @param udpPort 0 to 65535; 0 if the client takes no audio by UDP
 * @param version 0 to 65535
 * @param formats of the server's list that the client can play, in the client's order: waves name
 *     their format by its place in this list
 */
public record ClientFormats(
    int flags, int volume, int pitch, int udpPort, int version, List<AudioFormat> formats)
    implements SoundPdu {

  /** Flag: the client wants audio at all. */
  public static final int ALIVE = 1;

  /** Flag: the client can set the volume. */
  public static final int VOLUME = 2;

  /** Flag: the client can set the pitch. */
  public static final int PITCH = 4;

  /** Checks that the formats fit. */
  public ClientFormats {
    formats = FormatsBody.checked(formats);
  }

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static ClientFormats decode(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = Rdpsnd.body("Client Formats", Rdpsnd.FORMATS, message);
    int flags = in.i32();
    int volume = in.i32();
    int pitch = in.i32();
    int udpPort = in.u16BigEndian();
    int count = in.u16();
    in.skip(1);
    int version = in.u16();
    in.skip(1);
    return new ClientFormats(flags, volume, pitch, udpPort, version, AudioFormats.read(in, count));
  }

  @Override
  public int encodedLength() {
    return Rdpsnd.PROLOG + FormatsBody.length(formats);
  }

  @Override
  public void encode(ByteBuf out) {
    Rdpsnd.prolog(out, Rdpsnd.FORMATS, FormatsBody.length(formats));
    out.writeIntLE(flags)
        .writeIntLE(volume)
        .writeIntLE(pitch)
        .writeShort(udpPort)
        .writeShortLE(formats.size())
        .writeByte(0)
        .writeShortLE(version)
        .writeByte(0);
    AudioFormats.write(formats, out);
  }
}
