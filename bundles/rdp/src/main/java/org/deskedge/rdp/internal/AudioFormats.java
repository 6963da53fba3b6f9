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
package org.deskedge.rdp.internal;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.rdpsnd.AudioFormat;

/** Reads and writes lists of AUDIO_FORMAT structures (MS-RDPEA section 2.2.2.1.1). */
public final class AudioFormats {

  private static final int FIXED_LENGTH = 18;

  private AudioFormats() {}

  /** Returns the length of the formats on the wire in bytes. */
  public static int length(List<AudioFormat> formats) {
    int length = 0;
    for (AudioFormat format : formats) {
      length += length(format);
    }
    return length;
  }

  /** Returns the length of one format on the wire in bytes. */
  public static int length(AudioFormat format) {
    return FIXED_LENGTH + format.extra().readableBytes();
  }

  /** Appends the formats one after another. */
  public static void write(List<AudioFormat> formats, ByteBuf out) {
    for (AudioFormat format : formats) {
      write(format, out);
    }
  }

  /** Appends one format. */
  public static void write(AudioFormat format, ByteBuf out) {
    ByteBuf extra = format.extra();
    out.writeShortLE(format.formatTag())
        .writeShortLE(format.channels())
        .writeIntLE(format.samplesPerSec())
        .writeIntLE(format.avgBytesPerSec())
        .writeShortLE(format.blockAlign())
        .writeShortLE(format.bitsPerSample())
        .writeShortLE(extra.readableBytes())
        .writeBytes(extra);
  }

  /**
   * Reads formats.
   *
   * @param count as the PDU claims it; nothing is reserved for it before that many can be there
   */
  public static List<AudioFormat> read(ChannelPduReader in, long count)
      throws MalformedPduException {
    if (count > in.remaining() / FIXED_LENGTH) {
      throw new MalformedPduException(
          count + " audio formats cannot be in " + in.remaining() + " bytes");
    }
    List<AudioFormat> formats = new ArrayList<>((int) count);
    for (int i = 0; i < count; i++) {
      formats.add(read(in));
    }
    return formats;
  }

  /** Reads one format. */
  public static AudioFormat read(ChannelPduReader in) throws MalformedPduException {
    return new AudioFormat(
        in.u16(), in.u16(), in.i32(), in.i32(), in.u16(), in.u16(), in.bytes(in.u16()));
  }
}
