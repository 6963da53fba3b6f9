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

/**
 * Header of the Wave2 PDU, which brings audio to the client (MS-RDPEA section 2.2.3.10). Written in
 * place: one goes out for every packet of audio.
 *
 * <pre>
 * SNDPROLOG (4, type 0x0D) | wTimeStamp (2) | wFormatNo (2) | cBlockNo (1) | bPad (3)
 * dwAudioTimeStamp (4) | audio
 * </pre>
 */
public final class Wave2 {

  /** Length of the header in bytes. */
  public static final int LENGTH = 16;

  /** Most bytes of audio in one PDU. */
  public static final int MAX_AUDIO = Rdpsnd.MAX_BODY - (LENGTH - Rdpsnd.PROLOG);

  private Wave2() {}

  /**
   * Appends the header; the audio is to follow.
   *
   * @param timestamp16 in milliseconds of the sender's clock, its low 16 bits; the client's
   *     WaveConfirm refers to it
   * @param formatIndex place of the format in the client's list
   * @param blockNo its low 8 bits; goes up by one with each wave
   * @param audioTimestamp32 in milliseconds, when the audio was made
   * @param audioLength bytes of audio that follow, up to {@link #MAX_AUDIO}
   */
  public static void write(
      ByteBuf out,
      int timestamp16,
      int formatIndex,
      int blockNo,
      int audioTimestamp32,
      int audioLength) {
    if (audioLength < 0 || audioLength > MAX_AUDIO) {
      throw new IllegalArgumentException(audioLength + " bytes of audio");
    }
    Rdpsnd.prolog(out, Rdpsnd.WAVE2, LENGTH - Rdpsnd.PROLOG + audioLength);
    out.writeShortLE(timestamp16)
        .writeShortLE(formatIndex)
        .writeByte(blockNo)
        .writeMedium(0)
        .writeIntLE(audioTimestamp32);
  }
}
