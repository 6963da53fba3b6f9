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
package org.deskedge.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;

/**
 * A TCP client with the bytes in the test's hand. A program of its own, to be run on a machine of
 * the bed. Sends each piece after the peer has answered the one before, then waits for the end.
 */
public final class RawConnection {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int ANSWER = 4096;

  private RawConnection() {}

  /**
   * What came of it.
   *
   * @param local the client's own address and port
   * @param received what the peer sent, in hex
   * @param end {@code closed}, {@code reset}, or {@code none} if the peer kept the connection
   */
  public record Outcome(String local, String received, String end) {

    /** Reads what the program wrote. */
    public static Outcome of(String output) {
      String[] lines = output.split("\n", -1);
      return new Outcome(lines[0], lines[1], lines[2]);
    }
  }

  /** Arguments: address, port, and the pieces in hex. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder received = new StringBuilder();
    String end = "closed";
    try (Socket socket = new Socket(arguments[0], Integer.parseInt(arguments[1]))) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      System.out.println(socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort());
      try {
        InputStream in = socket.getInputStream();
        for (int piece = 2; piece < arguments.length; piece++) {
          socket.getOutputStream().write(HexFormat.of().parseHex(arguments[piece]));
          if (piece + 1 < arguments.length) {
            receive(in, received);
          }
        }
        while (receive(in, received)) {}
      } catch (SocketTimeoutException e) {
        end = "none";
      } catch (IOException e) {
        end = "reset";
      }
    }
    System.out.println(received);
    System.out.println(end);
  }

  private static boolean receive(InputStream in, StringBuilder received) throws IOException {
    byte[] answer = new byte[ANSWER];
    int length = in.read(answer);
    if (length > 0) {
      received.append(HexFormat.of().formatHex(answer, 0, length));
    }
    return length > 0;
  }
}
