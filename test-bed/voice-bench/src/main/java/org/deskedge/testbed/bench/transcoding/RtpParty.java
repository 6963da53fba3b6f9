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
package org.deskedge.testbed.bench.transcoding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Map;
import org.deskedge.audio.SpeechCodec;

/** One party of a call under load: sends its payloads over and over, counts what arrives. */
final class RtpParty {

  private static final int HEADER = 12;
  private static final int MOST_BYTES = 1500;

  /** The static payload types of RFC 3551. */
  private static final Map<String, Integer> STATIC =
      Map.of("PCMU", 0, "PCMA", 8, "G722", 9, "G729", 18);

  private static final int DYNAMIC = 96;

  private final DatagramChannel channel;
  private final List<byte[]> payloads;
  private final int payloadType;
  private final ByteBuffer packet = ByteBuffer.allocateDirect(MOST_BYTES);
  private InetSocketAddress target;
  private int sequence;
  private int clockUnits;
  private long sent;
  private long arrived;

  RtpParty(int payloadType, List<byte[]> payloads) throws IOException {
    this.payloadType = payloadType;
    this.payloads = payloads;
    channel =
        DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    channel.configureBlocking(false);
  }

  static int payloadType(SpeechCodec codec) {
    return STATIC.getOrDefault(codec.encodingName(), DYNAMIC);
  }

  /** Its session description with one codec. */
  String sdp(SpeechCodec codec) throws IOException {
    int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    clockUnits = codec.clockRate() / 50;
    String channels = codec.rtpMapChannels() == 1 ? "" : "/" + codec.rtpMapChannels();
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
        + "m=audio %d RTP/AVP %d\r\na=rtpmap:%d %s/%d%s\r\na=ptime:20\r\n"
            .formatted(
                port, payloadType, payloadType, codec.encodingName(), codec.clockRate(), channels);
  }

  void target(InetSocketAddress address) {
    target = address;
  }

  void send() throws IOException {
    byte[] payload = payloads.get(sequence % payloads.size());
    packet.clear();
    packet.put((byte) 0x80).put((byte) payloadType).putShort((short) sequence);
    packet.putInt(sequence * clockUnits).putInt(System.identityHashCode(this)).put(payload);
    channel.send(packet.flip(), target);
    sequence++;
    sent++;
  }

  /** Counts the voice packets that have come. */
  void drain() throws IOException {
    packet.clear();
    while (channel.receive(packet) != null) {
      if (packet.position() > HEADER && (packet.get(1) & 0x7f) == payloadType) {
        arrived++;
      }
      packet.clear();
    }
  }

  long sent() {
    return sent;
  }

  long arrived() {
    return arrived;
  }
}
