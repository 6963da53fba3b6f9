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
package org.deskedge.rtp.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventPayloadTest {

  /** Laid out as RFC 4733 section 2.3: event, E, R and volume, duration. */
  @Test
  void theBytesAreThoseOfTheSpecification() {
    ByteBuf out = Unpooled.buffer();

    EventPayload.write(out, 9, false, 7, 400);
    EventPayload.write(out, 9, true, 7, 1600);
    EventPayload.write(out, 1, false, 20, 0);

    assertThat(ByteBufUtil.hexDump(out)).isEqualTo("09070190" + "09870640" + "01140000");
  }

  @Property
  void aWrittenReportReadsTheSame(
      @ForAll @IntRange(max = 255) int event,
      @ForAll boolean end,
      @ForAll @IntRange(max = 63) int volume,
      @ForAll @IntRange(max = 65535) int duration) {
    ByteBuf out = Unpooled.buffer().writeZero(3);
    EventPayload.write(out, event, end, volume, duration);

    assertThat(out.readableBytes()).isEqualTo(3 + EventPayload.LENGTH);
    assertThat(EventPayload.event(out, 3)).isEqualTo(event);
    assertThat(EventPayload.end(out, 3)).isEqualTo(end);
    assertThat(EventPayload.volume(out, 3)).isEqualTo(volume);
    assertThat(EventPayload.duration(out, 3)).isEqualTo(duration);
  }

  @Test
  void theReservedBitIsNoPartOfTheVolume() {
    ByteBuf report = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump("054a0320"));

    assertThat(EventPayload.volume(report, 0)).isEqualTo(10);
    assertThat(EventPayload.end(report, 0)).isFalse();
  }

  @Test
  void whatDoesNotFitItsFieldIsNotWritten() {
    ByteBuf out = Unpooled.buffer();

    assertThatThrownBy(() -> EventPayload.write(out, 256, false, 0, 0)).hasMessageContaining("256");
    assertThatThrownBy(() -> EventPayload.write(out, 0, false, 64, 0)).hasMessageContaining("64");
    assertThatThrownBy(() -> EventPayload.write(out, 0, false, 0, 65_536))
        .hasMessageContaining("65536");
    assertThat(out.readableBytes()).isZero();
  }
}
