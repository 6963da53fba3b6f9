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
package org.deskedge.mediarelay.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;

/** A phone on loopback: sends and receives RTP packet by packet. */
final class FarEnd implements AutoCloseable {

  /** Only there so that a test that fails comes to an end. */
  private static final int TIME_OUT_MILLIS = 20_000;

  private final DatagramSocket socket;

  @SuppressWarnings("ArrayRecordComponent")
  record Received(
      boolean marker,
      int payloadType,
      int sequenceNumber,
      int timestamp,
      int ssrc,
      byte[] payload) {}

  FarEnd() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(TIME_OUT_MILLIS);
  }

  int port() {
    return socket.getLocalPort();
  }

  String sdp(String formats, String attributes) {
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio %d RTP/AVP %s\r\n%s"
        .formatted(port(), formats, attributes);
  }

  void send(InetSocketAddress to, int payloadType, int number, byte[] payload) throws IOException {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, number == 0, payloadType, number, number * 160, 0xfeed);
    packet.writeBytes(payload);
    sendRaw(to, java.util.Arrays.copyOf(packet.array(), packet.writerIndex()));
  }

  void sendRaw(InetSocketAddress to, byte[] bytes) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  byte[] receiveRaw() throws IOException {
    DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
    socket.receive(datagram);
    return java.util.Arrays.copyOf(datagram.getData(), datagram.getLength());
  }

  Received receive() throws IOException {
    DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
    socket.receive(datagram);
    ByteBuf packet = Unpooled.wrappedBuffer(datagram.getData(), 0, datagram.getLength());
    byte[] payload = new byte[RtpHeader.payloadLength(packet)];
    packet.getBytes(RtpHeader.payloadOffset(packet), payload);
    return new Received(
        RtpHeader.marker(packet),
        RtpHeader.payloadType(packet),
        RtpHeader.sequenceNumber(packet),
        RtpHeader.timestamp(packet),
        RtpHeader.ssrc(packet),
        payload);
  }

  @Override
  public void close() {
    socket.close();
  }
}
