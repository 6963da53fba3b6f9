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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class AudioFormatTest {

  @Test
  void pcmHasTheFieldsThatFollowFromRateAndChannels() {
    assertThat(AudioFormat.pcm(44_100, 2))
        .isEqualTo(new AudioFormat(1, 2, 44_100, 176_400, 4, 16, Unpooled.EMPTY_BUFFER));
  }

  @Test
  void formatsDifferByTheirExtraData() {
    assertThat(format(1, 2))
        .isEqualTo(format(1, 2))
        .hasSameHashCodeAs(format(1, 2))
        .isNotEqualTo(format(1, 3))
        .isNotEqualTo(format());
  }

  @Test
  void extraDataIsTheFormatsOwn() {
    ByteBuf given = Unpooled.buffer().writeByte(1).writeByte(2);
    AudioFormat format = new AudioFormat(1, 1, 8_000, 16_000, 2, 16, given);
    given.setByte(0, 9);
    given.release();
    format.extra().readByte();
    format.extra().release();

    assertThat(format).isEqualTo(format(1, 2));
    assertThat(format.extra().isReadOnly()).isTrue();
  }

  @Test
  void tooMuchExtraDataIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> format(new byte[0x1_0000]));
  }

  @Test
  void itsTextSaysWhatALogReaderNeeds() {
    assertThat(AudioFormat.pcm(8_000, 1))
        .hasToString("format 0x0001, 8000 Hz, 1 channels, 16 bits");
  }

  private static AudioFormat format(int... extra) {
    byte[] bytes = new byte[extra.length];
    for (int i = 0; i < extra.length; i++) {
      bytes[i] = (byte) extra[i];
    }
    return format(bytes);
  }

  private static AudioFormat format(byte[] extra) {
    return new AudioFormat(1, 1, 8_000, 16_000, 2, 16, Unpooled.wrappedBuffer(extra));
  }
}
