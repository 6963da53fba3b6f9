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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * MCS Connect Initial with the GCC Conference Create Request in it (MS-RDPBCGR section 2.2.1.3).
 * Read for the client's network data only.
 *
 * <pre>
 * TPKT | 02 F0 80 | 7F 65 length
 *   04 callingDomainSelector | 04 calledDomainSelector | 01 upwardFlag
 *   30 targetParameters | 30 minimumParameters | 30 maximumParameters
 *   04 length  00 05 00 14 7C 00 01 length
 *     00 | 08 | 00 10 conference name "1" | 00 | 01 | C0 | 00 "Duca" | length | blocks
 * CS_NET block: 03 C0 | length u16 | count u32 | { name, 8 bytes, zero-padded | options u32 } ...
 * </pre>
 */
public final class ConnectInitial {

  private static final String NAME = "MCS Connect Initial";
  private static final int APPLICATION_TAG = 0x65;
  private static final int ELEMENTS_BEFORE_USER_DATA = 6;
  private static final int CS_NET = 0xC003;
  private static final int MAX_CHANNELS = 31;
  private static final int NAME_LENGTH = 8;
  // Padding, count of sets, choice, length of "Duca" less 4, "Duca".
  private static final int BEHIND_CONFERENCE_NAME = 8;

  private ConnectInitial() {}

  /**
   * Reads the client's network data.
   *
   * @param frame the whole TPKT packet; its indices stay where they are
   * @return without channels if the client sent no such block
   */
  public static ClientNetworkData decode(ByteBuf frame) throws MalformedPduException {
    ChannelPduReader in = new ChannelPduReader(NAME, frame);
    ConnectPdu.open(NAME, APPLICATION_TAG, in);
    ConnectPdu.openUserData(NAME, ELEMENTS_BEFORE_USER_DATA, in);
    in.skip(2);
    int digits = in.u8() + 1;
    in.skip((digits + 1) / 2);
    in.skip(BEHIND_CONFERENCE_NAME);
    in.limit(ConnectPdu.perLength(in));
    ConnectPdu.openBlock(NAME, CS_NET, in);
    return new ClientNetworkData(in.remaining() == 0 ? List.of() : channels(in));
  }

  private static List<ClientChannel> channels(ChannelPduReader in) throws MalformedPduException {
    long count = in.u32();
    if (count > MAX_CHANNELS) {
      throw new MalformedPduException(NAME + ": " + count + " channels");
    }
    List<ClientChannel> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.bytes(NAME_LENGTH).toString(StandardCharsets.US_ASCII);
      int end = name.indexOf('\0');
      channels.add(new ClientChannel(end < 0 ? name : name.substring(0, end), in.i32()));
    }
    return channels;
  }
}
