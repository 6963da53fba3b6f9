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
package org.deskedge.rdp.mcs;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * MCS Connect Response with the GCC Conference Create Response in it (MS-RDPBCGR section 2.2.1.4).
 * Read for the server's network data only. Servers set the length of the GCC PDU to a fixed value,
 * so it is not checked.
 *
 * <pre>
 * TPKT | 02 F0 80 | 7F 66 length
 *   0A result | 02 calledConnectId | 30 domainParameters
 *   04 length  00 05 00 14 7C 00 01 length
 *     14 | node u16 | tag: length, value | result | 01 | C0 | 00 "McDn" | length | blocks
 * SC_NET block: 03 0C | length u16 | ioChannelId u16 | count u16 | { channelId u16 } ...
 * </pre>
 */
public final class ConnectResponse {

  private static final String NAME = "MCS Connect Response";
  private static final int APPLICATION_TAG = 0x66;
  private static final int ELEMENTS_BEFORE_USER_DATA = 3;
  private static final int SC_NET = 0x0C03;
  // Result, count of sets, choice, length of "McDn" less 4, "McDn".
  private static final int BEHIND_TAG = 8;

  private ConnectResponse() {}

  /**
   * Reads the server's network data.
   *
   * @param frame the whole TPKT packet; its indices stay where they are
   * @throws MalformedPduException if it is malformed or has no such block
   */
  public static ServerNetworkData decode(ByteBuf frame) throws MalformedPduException {
    ChannelPduReader in = new ChannelPduReader(NAME, frame);
    ConnectPdu.open(NAME, APPLICATION_TAG, in);
    ConnectPdu.openUserData(NAME, ELEMENTS_BEFORE_USER_DATA, in);
    in.skip(3);
    in.skip(in.u8());
    in.skip(BEHIND_TAG);
    in.limit(ConnectPdu.perLength(in));
    ConnectPdu.openBlock(NAME, SC_NET, in);
    if (in.remaining() == 0) {
      throw new MalformedPduException(NAME + ": no network data");
    }
    int ioChannel = in.u16();
    int count = in.u16();
    List<Integer> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      channels.add(in.u16());
    }
    return new ServerNetworkData(ioChannel, channels);
  }
}
