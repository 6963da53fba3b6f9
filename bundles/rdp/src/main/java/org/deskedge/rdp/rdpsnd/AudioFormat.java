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
import io.netty.buffer.Unpooled;

/**
 * AUDIO_FORMAT (MS-RDPEA section 2.2.2.1.1), used for playback and capture alike. Two are equal
 * when every field is. Immutable.
 *
 * <pre>
 * wFormatTag (2) | nChannels (2) | nSamplesPerSec (4) | nAvgBytesPerSec (4)
 * nBlockAlign (2) | wBitsPerSample (2) | cbSize (2) | data (cbSize)
 * </pre>
 *
 * @param formatTag registered codec, 0 to 65535
 * @param channels 0 to 65535
 * @param samplesPerSec sampling rate in Hz, unsigned 32-bit
 * @param avgBytesPerSec unsigned 32-bit
 * @param blockAlign smallest unit in bytes, 0 to 65535
 * @param bitsPerSample 0 to 65535
 * @param extra codec-specific, up to 65535 bytes; copied, and needs no release
 */
public record AudioFormat(
    int formatTag,
    int channels,
    int samplesPerSec,
    int avgBytesPerSec,
    int blockAlign,
    int bitsPerSample,
    ByteBuf extra) {

  /** Format tag of linear PCM, little-endian. */
  public static final int PCM = 0x0001;

  private static final int U16_MAX = 0xFFFF;
  private static final int PCM_BITS = 16;

  /** Copies the extra data and checks that it can be written. */
  public AudioFormat {
    if (extra.readableBytes() > U16_MAX) {
      throw new IllegalArgumentException(extra.readableBytes() + " bytes of extra data");
    }
    extra = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(extra).asReadOnly());
  }

  /**
   * Returns linear PCM of 16 bits.
   *
   * @param rate in Hz
   * @param channels 1 for mono, 2 for stereo
   */
  public static AudioFormat pcm(int rate, int channels) {
    int blockAlign = channels * PCM_BITS / Byte.SIZE;
    return new AudioFormat(
        PCM, channels, rate, rate * blockAlign, blockAlign, PCM_BITS, Unpooled.EMPTY_BUFFER);
  }

  /** Returns the extra data, read-only, with indices of its own. */
  @Override
  public ByteBuf extra() {
    return extra.duplicate();
  }

  @Override
  public String toString() {
    return String.format(
        "format 0x%04X, %s Hz, %d channels, %d bits",
        formatTag, Integer.toUnsignedString(samplesPerSec), channels, bitsPerSample);
  }
}
