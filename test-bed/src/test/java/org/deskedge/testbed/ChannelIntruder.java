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
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A program in the desktop's session that opens the control channel through xrdp's channel API, as
 * any of the user's programs can, and sends what it likes. One class without others, so that it can
 * be copied to where the session's user may read it.
 */
final class ChannelIntruder {

  private static final String CHANNEL = "VOIPCTL";
  private static final int DYNAMIC = 1;

  private ChannelIntruder() {}

  /**
   * Arguments: xrdp's channel socket, and the bytes in hex. Writes the edge's answer in hex, a PDU
   * without its length.
   */
  public static void main(String[] arguments) throws IOException {
    byte[] name = CHANNEL.getBytes(StandardCharsets.US_ASCII);
    try (SocketChannel xrdp = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      xrdp.connect(UnixDomainSocketAddress.of(Path.of(arguments[0])));
      ByteBuffer open = buffer(16 + name.length);
      open.putInt(16 + name.length).putInt(0).putInt(name.length).put(name).putInt(DYNAMIC);
      xrdp.write(open.flip());
      int status = read(xrdp, Integer.BYTES).getInt();
      if (status != 0) {
        throw new IOException("xrdp opens no channel: status " + status);
      }
      xrdp.write(ByteBuffer.wrap(HexFormat.of().parseHex(arguments[1])));
      // One PDU: its length comes first and counts itself.
      int length = read(xrdp, Integer.BYTES).getInt();
      byte[] pdu = new byte[length - Integer.BYTES];
      read(xrdp, pdu.length).get(pdu);
      System.out.println(HexFormat.of().formatHex(pdu));
    }
  }

  private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
    ByteBuffer bytes = buffer(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException("xrdp closed the channel");
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
