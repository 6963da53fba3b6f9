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
package org.deskedge.testbed.call;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Sends one INVITE over UDP with any session description and writes the final status. A program of
 * its own, to be run on the far end's machine. The server repeats its final answer until the ACK,
 * which is all that needs repeating here: the network of the bed loses nothing.
 */
final class RawInvite {

  private static final int PATIENCE_MILLIS = 20_000;

  private RawInvite() {}

  /** Arguments: own address, address, port, a number of one's own, and the session description. */
  public static void main(String[] arguments) throws IOException {
    InetAddress own = InetAddress.getByName(arguments[0]);
    InetSocketAddress server = new InetSocketAddress(arguments[1], Integer.parseInt(arguments[2]));
    try (DatagramSocket socket = new DatagramSocket(0, own)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String from = arguments[0] + ":" + socket.getLocalPort();
      String target = "sip:alice@" + arguments[1] + ":" + arguments[2];
      String common =
          "Via: SIP/2.0/UDP "
              + from
              + ";branch=z9hG4bK-"
              + arguments[3]
              + "\r\nMax-Forwards: 70\r\nFrom: <sip:raw@"
              + from
              + ">;tag=raw"
              + arguments[3]
              + "\r\nCall-ID: raw-"
              + arguments[3]
              + "@"
              + arguments[0]
              + "\r\n";
      send(
          socket,
          server,
          "INVITE "
              + target
              + " SIP/2.0\r\n"
              + common
              + "To: <"
              + target
              + ">\r\nCSeq: 1 INVITE\r\nContact: <sip:raw@"
              + from
              + ">\r\nContent-Type: application/sdp\r\nContent-Length: "
              + arguments[4].length()
              + "\r\n\r\n"
              + arguments[4]);
      String answer;
      do {
        answer = receive(socket);
      } while (status(answer) < 200);
      send(
          socket,
          server,
          "ACK "
              + target
              + " SIP/2.0\r\n"
              + common
              + to(answer)
              + "\r\nCSeq: 1 ACK\r\nContent-Length: 0\r\n\r\n");
      System.out.println(status(answer));
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  private static String to(String answer) {
    return answer.lines().filter(line -> line.startsWith("To:")).findFirst().orElseThrow();
  }

  private static void send(DatagramSocket socket, InetSocketAddress server, String message)
      throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, server));
  }

  private static String receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }
}
