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
package org.deskedge.testbed.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RdpChannelsTest {
  @Test
  void voiceInARealSessionIsCountedByChannel() {
    RdpChannels channels = read(RecordedRdp.CLIENT_LEG);

    assertThat(channels.isComplete()).isTrue();
    // The whole capture gives 1480 and 606, as Wireshark's own dissector counts it.
    assertThat(channels.counts()).isEqualTo(Map.of("AUDIO_INPUT", 240, "AUDIO_PLAYBACK_DVC", 10));
  }

  @Test
  void theOtherLegOfTheSameSessionHasNone() {
    RdpChannels channels = read(RecordedRdp.SERVER_LEG);

    assertThat(channels.isComplete()).isTrue();
    assertThat(channels.pdus()).isGreaterThan(50);
    assertThat(channels.counts()).isEmpty();
  }

  @Test
  void piecesCutAnywhereGiveTheSame() {
    RdpChannels whole = read(RecordedRdp.CLIENT_LEG);
    RdpChannels bytewise = new RdpChannels();
    for (RecordedRdp.Piece piece : RecordedRdp.pieces(RecordedRdp.CLIENT_LEG)) {
      for (byte one : piece.bytes()) {
        bytewise.feed(piece.client(), new byte[] {one});
      }
    }

    assertThat(bytewise.counts()).isEqualTo(whole.counts());
    assertThat(bytewise.pdus()).isEqualTo(whole.pdus());
  }

  @Test
  void wavesOnTheStaticSoundChannelAreCounted() {
    RdpChannels channels = read(RecordedRdp.SERVER_LEG);
    for (int type : new int[] {2, 13, 7}) {
      byte[] sound = new byte[32];
      sound[0] = (byte) type;
      channels.feed(false, data(1005, sound));
    }

    assertThat(channels.counts()).containsExactly(Map.entry("rdpsnd", 2));
  }

  @Test
  void dataOnADynamicChannelNobodyCreatedIsCountedAsUnknown() {
    RdpChannels channels = read(RecordedRdp.SERVER_LEG);
    channels.feed(false, data(1007, new byte[] {0x30, 0x09, 1, 2, 3}));

    assertThat(channels.counts()).containsKey("unknown");
  }

  @Test
  void aStreamThatIsNoRdpOrBeginsInTheMiddleIsNotComplete() {
    RdpChannels garbage = new RdpChannels();
    garbage.feed(true, new byte[] {0x47, 0x45, 0x54, 0x20});
    RdpChannels middle = new RdpChannels();
    List<RecordedRdp.Piece> pieces = RecordedRdp.pieces(RecordedRdp.CLIENT_LEG);
    pieces.subList(20, pieces.size()).forEach(piece -> middle.feed(piece.client(), piece.bytes()));

    assertThat(garbage.isComplete()).isFalse();
    assertThat(middle.isComplete()).isFalse();
    assertThat(new RdpChannels().isComplete()).isFalse();
  }

  @Test
  void everyPrefixOfEveryPduIsTakenCleanly() {
    for (RecordedRdp.Piece piece : RecordedRdp.pieces(RecordedRdp.SERVER_LEG)) {
      int most = Math.min(piece.bytes().length, 600);
      for (int length = 0; length < most; length++) {
        byte[] cut = Arrays.copyOf(piece.bytes(), length);
        if (length >= 4 && cut[0] == 3) {
          // A length that matches, so that the decoders below the framing see the prefix.
          cut[2] = (byte) (length >> 8);
          cut[3] = (byte) length;
        }
        RdpChannels channels = new RdpChannels();
        channels.feed(piece.client(), cut);
        assertThat(channels.counts()).doesNotContainKey("AUDIO_INPUT");
      }
    }
  }

  private static RdpChannels read(String leg) {
    RdpChannels channels = new RdpChannels();
    RecordedRdp.pieces(leg).forEach(piece -> channels.feed(piece.client(), piece.bytes()));
    return channels;
  }

  private static byte[] data(int channel, byte[] message) {
    byte[] pdu = new byte[23 + message.length];
    byte[] head = {3, 0, 0, (byte) pdu.length, 2, (byte) 0xf0, (byte) 0x80, 0x68, 0, 7};
    System.arraycopy(head, 0, pdu, 0, head.length);
    pdu[10] = (byte) (channel >> 8);
    pdu[11] = (byte) channel;
    pdu[12] = 0x70;
    pdu[13] = (byte) 0x80;
    pdu[14] = (byte) (8 + message.length);
    pdu[15] = (byte) message.length;
    pdu[19] = 3;
    System.arraycopy(message, 0, pdu, 23, message.length);
    return pdu;
  }
}
