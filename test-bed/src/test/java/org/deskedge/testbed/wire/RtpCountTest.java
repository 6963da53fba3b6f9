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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtpCountTest {
  private static final String PHONE = "10.10.0.4";
  private static final String EDGE = "10.10.0.3";

  @TempDir Path directory;

  @Test
  void packetsAreCountedByDirection() throws IOException {
    List<Frames.Stamped> frames = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      frames.add(frame(PHONE, EDGE, rtp(i)));
    }
    for (int i = 0; i < 3; i++) {
      frames.add(frame(EDGE, PHONE, rtp(i)));
    }
    frames.add(frame(EDGE, "10.10.0.9", rtp(0)));
    PcapFile capture = Frames.read(directory, frames);
    RtpCount count = RtpCount.at(PHONE, capture);

    assertThat(count.sent()).isEqualTo(5);
    assertThat(count.received()).isEqualTo(3);
    assertThat(count.flows()).hasSize(2);
    assertThat(RtpCount.on(capture)).isEqualTo(9);
  }

  @Test
  void sipDnsAndRtcpAreNotVoice() throws IOException {
    byte[] rtcp = rtp(0);
    rtcp[1] = (byte) 200;
    byte[] dns = new byte[40];
    byte[] sip = "INVITE sip:bob@10.10.0.4 SIP/2.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    PcapFile capture =
        Frames.read(
            directory,
            List.of(frame(PHONE, EDGE, rtcp), frame(PHONE, EDGE, dns), frame(PHONE, EDGE, sip)));

    assertThat(capture.udp()).hasSize(3);
    assertThat(RtpCount.on(capture)).isZero();
  }

  @Test
  void rtpOfAnyPayloadTypeAndLengthIsCountedSoThatNoneHides() throws IOException {
    PcapFile capture =
        Frames.read(
            directory,
            List.of(
                frame(PHONE, EDGE, Frames.rtp(111, 1, 0, 7, new byte[1])),
                frame(PHONE, EDGE, Frames.rtp(101, 2, 0, 7, new byte[4]))));

    assertThat(RtpCount.on(capture)).isEqualTo(2);
  }

  @Test
  void lostAndRepeatedPacketsAreTold() throws IOException {
    PcapFile capture =
        Frames.read(
            directory,
            List.of(
                frame(PHONE, EDGE, rtp(65534)),
                frame(PHONE, EDGE, rtp(65535)),
                frame(PHONE, EDGE, rtp(2)),
                frame(PHONE, EDGE, rtp(2))));
    RtpFlow flow = RtpFlow.of(capture).get(0);

    assertThat(flow.lost()).isEqualTo(2);
    assertThat(flow.duplicates()).isEqualTo(1);
  }

  @Test
  void everyPrefixOfAnRtpPacketIsReadOrLeftAloneCleanly() {
    byte[] whole = rtp(1);
    whole[0] = (byte) 0xb2; // padding, extension, two contributing sources
    whole[whole.length - 1] = 3;
    for (int length = 0; length <= whole.length; length++) {
      UdpPacket udp =
          new UdpPacket(
              0,
              new UdpPacket.Endpoint(PHONE, 1),
              new UdpPacket.Endpoint(EDGE, 2),
              Arrays.copyOf(whole, length));
      RtpPacket rtp = RtpPacket.of(udp);
      assertThat(rtp == null || rtp.voice().length < length).isTrue();
    }
  }

  @Test
  void everyPrefixOfAFrameIsLeftAloneCleanly() {
    byte[] whole = frame(PHONE, EDGE, rtp(1)).frame();
    for (int length = 0; length < whole.length; length++) {
      assertThat(UdpPacket.ofFrame(0, Arrays.copyOf(whole, length))).isNull();
    }
    assertThat(UdpPacket.ofFrame(0, whole)).isNotNull();
  }

  @Test
  void aCaptureCutOffInItsLastFrameKeepsTheOthersAndOneThatIsNoneIsRefused() throws IOException {
    byte[] bytes = Frames.pcap(List.of(frame(PHONE, EDGE, rtp(1)), frame(PHONE, EDGE, rtp(2))));
    Path file = directory.resolve("cut.pcap");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      if (length < 24) {
        assertThatThrownBy(() -> PcapFile.read(file)).isInstanceOf(IOException.class);
      } else {
        assertThat(PcapFile.read(file).frames()).isEqualTo((length - 24) / (bytes.length / 2 - 12));
      }
    }
  }

  @Test
  void aFrameNotCapturedWholeIsRefused() throws IOException {
    byte[] bytes = Frames.pcap(List.of(frame(PHONE, EDGE, rtp(1))));
    bytes[24 + 12]++;
    Path file = Files.write(directory.resolve("snap.pcap"), bytes);

    assertThatThrownBy(() -> PcapFile.read(file)).hasMessageContaining("not captured whole");
  }

  private static byte[] rtp(int sequence) {
    return Frames.rtp(0, sequence, sequence * 160L, 42, new byte[160]);
  }

  private static Frames.Stamped frame(String source, String target, byte[] payload) {
    return new Frames.Stamped(1_000_000_000L, Frames.udp(source, 16000, target, 20000, payload));
  }
}
