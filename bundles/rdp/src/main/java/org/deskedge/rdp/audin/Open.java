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
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.AudioFormats;
import org.deskedge.rdp.internal.ChannelPduReader;
import org.deskedge.rdp.rdpsnd.AudioFormat;

/**
 * Open PDU of the server: the client is to open its microphone and send (MS-RDPEAI section
 * 2.2.2.3).
 *
 * <pre>
 * MessageId (1, 0x03) | FramesPerPacket (4) | initialFormat (4) | AUDIO_FORMAT of the device
 * </pre>
 *
 * @param framesPerPacket samples per channel wanted in one Data PDU, a hint only; unsigned 32-bit
 * @param initialFormat place of the first format in the client's list; unsigned 32-bit
 * @param format in which the client is to open the device
 */
public record Open(int framesPerPacket, int initialFormat, AudioFormat format) implements AudinPdu {

  private static final int FIXED_LENGTH = Audin.HEADER_LENGTH + 8;

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static Open decode(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = Audin.body("Open", Audin.OPEN, message);
    return new Open(in.i32(), in.i32(), AudioFormats.read(in));
  }

  @Override
  public int encodedLength() {
    return FIXED_LENGTH + AudioFormats.length(format);
  }

  @Override
  public void encode(ByteBuf out) {
    out.writeByte(Audin.OPEN).writeIntLE(framesPerPacket).writeIntLE(initialFormat);
    AudioFormats.write(format, out);
  }
}
