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

import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * The parts that both MCS connect PDUs are made of: BER elements around a GCC PDU in packed
 * encoding (T.125 section 7, T.124 section 8.7), and in it blocks of RDP's own.
 *
 * <pre>
 * block: type u16 | length u16, header included | ...      (little-endian)
 * </pre>
 */
final class ConnectPdu {

  // TPKT 4, X.224 data 3.
  private static final int HEADERS = 7;
  private static final int BER_APPLICATION = 0x7F;
  private static final int BER_OCTET_STRING = 0x04;
  private static final int BLOCK_HEADER = 4;
  // Object identifier 0.0.20.124.0.1: T.124.
  private static final int[] T124_KEY = {0x00, 0x05, 0x00, 0x14, 0x7C, 0x00, 0x01};

  private ConnectPdu() {}

  /** Reads up to the elements of the connect PDU. */
  static void open(String pdu, int applicationTag, ChannelPduReader in)
      throws MalformedPduException {
    in.skip(HEADERS);
    int type = in.u8();
    int tag = in.u8();
    if (type != BER_APPLICATION || tag != applicationTag) {
      throw new MalformedPduException(String.format("%s: tag 0x%02X%02X", pdu, type, tag));
    }
    in.limit(berLength(pdu, in));
  }

  /** Reads over BER elements up to and into the user data, an octet string. */
  static void openUserData(String pdu, int elementsBefore, ChannelPduReader in)
      throws MalformedPduException {
    for (int i = 0; i < elementsBefore; i++) {
      in.skip(1);
      in.skip(berLength(pdu, in));
    }
    int tag = in.u8();
    if (tag != BER_OCTET_STRING) {
      throw new MalformedPduException(String.format("%s: user data with tag 0x%02X", pdu, tag));
    }
    in.limit(berLength(pdu, in));
    for (int expected : T124_KEY) {
      if (in.u8() != expected) {
        throw new MalformedPduException(pdu + ": user data is not T.124");
      }
    }
    perLength(in);
  }

  /** Reads over blocks up to and into the one of a type; to the end if there is none. */
  static void openBlock(String pdu, int type, ChannelPduReader in) throws MalformedPduException {
    while (in.remaining() > 0) {
      int actual = in.u16();
      int length = in.u16();
      if (length < BLOCK_HEADER) {
        throw new MalformedPduException(pdu + ": block of " + length + " bytes");
      }
      if (actual == type) {
        in.limit(length - BLOCK_HEADER);
        return;
      }
      in.skip(length - BLOCK_HEADER);
    }
    in.limit(0);
  }

  static int berLength(String pdu, ChannelPduReader in) throws MalformedPduException {
    int first = in.u8();
    return switch (first) {
      case 0x81 -> in.u8();
      case 0x82 -> in.u16BigEndian();
      default -> {
        if (first >= 0x80) {
          throw new MalformedPduException(String.format("%s: BER length 0x%02X", pdu, first));
        }
        yield first;
      }
    };
  }

  static int perLength(ChannelPduReader in) throws MalformedPduException {
    int first = in.u8();
    return (first & 0x80) == 0 ? first : (first & 0x7F) << 8 | in.u8();
  }
}
