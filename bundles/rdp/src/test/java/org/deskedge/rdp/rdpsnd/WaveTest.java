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
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;

class WaveTest {

  private final CapturedPdus captured = new CapturedPdus(WaveTest.class);

  @Test
  void writesTheHeaderARealClientPlays() {
    ByteBuf wave = captured.get("wave2");
    ByteBuf out = Unpooled.buffer();
    Wave2.write(out, 0x5ABC, 0, 0, 0x003C5ABC, wave.readableBytes() - Wave2.LENGTH);

    assertThat(out.readableBytes()).isEqualTo(Wave2.LENGTH);
    assertThat(ByteBufUtil.hexDump(out))
        .isEqualTo(ByteBufUtil.hexDump(wave, wave.readerIndex(), Wave2.LENGTH));
  }

  @Test
  void writesEachFieldOfAWaveInItsPlace() {
    ByteBuf out = Unpooled.buffer();
    Wave2.write(out, 0x0102, 0x0304, 0x105, 0x06070809, Wave2.MAX_AUDIO);

    assertThat(ByteBufUtil.hexDump(out)).isEqualTo("0d00ffff" + "0201040305000000" + "09080706");
  }

  @Test
  void moreAudioThanAPduHoldsIsRefused() {
    ByteBuf out = Unpooled.buffer();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wave2.write(out, 0, 0, 0, 0, Wave2.MAX_AUDIO + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Wave2.write(out, 0, 0, 0, 0, -1));
    assertThat(out.isReadable()).isFalse();
  }

  @Test
  void theSecondConfirmOfARealClientCarriesItsClaim() throws MalformedPduException {
    ByteBuf first = captured.get("waveConfirmFirst");
    ByteBuf second = captured.get("waveConfirmSecond");

    assertThat(Rdpsnd.type(first)).isEqualTo(Rdpsnd.WAVE_CONFIRM);
    assertThat(WaveConfirm.blockNo(first)).isZero();
    assertThat(WaveConfirm.timestamp(first)).isEqualTo(0x5ABC);
    assertThat(WaveConfirm.blockNo(second)).isZero();
    assertThat(WaveConfirm.timestamp(second)).as("20 ms later").isEqualTo(0x5ABC + 20);
  }

  @Test
  void eachPrefixOfAConfirmIsMalformed() {
    ByteBuf confirm = captured.get("waveConfirmFirst");
    Decoding.assertEveryPrefixIsMalformed(confirm, WaveConfirm::timestamp);
    Decoding.assertEveryPrefixIsMalformed(confirm, WaveConfirm::blockNo);
    Decoding.assertEveryPrefixIsMalformed(confirm, 1, Rdpsnd::type);
  }

  @Property
  void aConfirmComesBackAsItWas(
      @ForAll @IntRange(max = 0xFFFF) int timestamp, @ForAll @IntRange(max = 0xFF) int blockNo)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    WaveConfirm.write(out, timestamp, blockNo);
    ByteBuf message = Decoding.amidOthers(ByteBufUtil.getBytes(out));

    assertThat(out.readableBytes()).isEqualTo(WaveConfirm.LENGTH);
    assertThat(Rdpsnd.type(message)).isEqualTo(Rdpsnd.WAVE_CONFIRM);
    assertThat(WaveConfirm.timestamp(message)).isEqualTo(timestamp);
    assertThat(WaveConfirm.blockNo(message)).isEqualTo(blockNo);
  }
}
