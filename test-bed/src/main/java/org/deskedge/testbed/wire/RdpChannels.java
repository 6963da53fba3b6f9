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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Listens to one RDP connection, both directions decrypted, and counts what its virtual channels
 * carry. It is the bed's own and shares no code with the edge, so that it does not share its
 * errors.
 *
 * <pre>
 * data PDU   TPKT(4) X.224(02 f0 80) MCS 64|68, user(2), channel(2), flags(1), PER length(1-2), chunk
 * chunk      length(4) flags(4: 1 first, 2 last) data
 * dynamic    command(high 4 bits) Sp(2 bits) id size(low 2 bits), id(1, 2 or 4) ...
 * </pre>
 */
final class RdpChannels {
  private static final int FIRST = 1;
  private static final int CONNECT_INITIAL = 0x7f65;
  private static final int CONNECT_RESPONSE = 0x7f66;
  private static final int CS_NET = 0xc003;
  private static final int SC_NET = 0x0c03;
  private static final int SND_WAVE = 2;
  private static final int SND_WAVE2 = 13;

  /**
   * Most channels remembered; a static channel list holds at most 31, xrdp uses 255 dynamic ones.
   */
  private static final int MOST_CHANNELS = 1024;

  private final RdpStream fromClient = new RdpStream(pdu -> read(pdu, true));
  private final RdpStream fromServer = new RdpStream(pdu -> read(pdu, false));
  private final Map<Integer, String> channels = new HashMap<>();
  private final Map<Long, String> dynamic = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private String[] names = new String[0];
  private int pdus;
  private int unread;

  void feed(boolean client, byte[] bytes) {
    (client ? fromClient : fromServer).feed(bytes);
  }

  /** Data PDUs by dynamic channel, and sound by {@code rdpsnd}. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** PDUs of both directions. */
  int pdus() {
    return pdus;
  }

  /** Whether every PDU could be read and the channels' names are known. */
  boolean isComplete() {
    return !channels.isEmpty() && unread == 0 && !fromClient.isBroken() && !fromServer.isBroken();
  }

  private void read(byte[] pdu, boolean client) {
    pdus++;
    if (pdu[0] != 3 || pdu.length < 9 || pdu[5] != (byte) 0xf0) {
      return;
    }
    int kind = word(pdu, 7);
    if (kind == CONNECT_INITIAL) {
      connectInitial(pdu);
    } else if (kind == CONNECT_RESPONSE) {
      connectResponse(pdu);
    } else if (pdu[7] == (client ? 0x64 : 0x68) && pdu.length > 14) {
      int data = (pdu[13] & 0x80) != 0 ? 15 : 14;
      String name = channels.get(word(pdu, 10));
      if (name != null && pdu.length >= data + 8) {
        chunk(name, pdu[data + 4], Arrays.copyOfRange(pdu, data + 8, pdu.length), client);
      }
    }
  }

  private void chunk(String name, int flags, byte[] data, boolean client) {
    // Later chunks of a message carry no header and are part of the message already counted.
    if ((flags & FIRST) == 0 || data.length == 0) {
      return;
    }
    if (name.equals("rdpsnd")) {
      if (data[0] == SND_WAVE || data[0] == SND_WAVE2) {
        counts.merge(name, 1, Integer::sum);
      }
    } else if (name.equals("drdynvc")) {
      dynamic(data, client);
    }
  }

  private void dynamic(byte[] data, boolean client) {
    int command = (data[0] & 0xf0) >> 4;
    int size = 1 << (data[0] & 0x03);
    if (command == 5 || command == 8 || command == 9) {
      return; // Capabilities and Soft-Sync have no channel id.
    }
    if (size == 8 || data.length < 1 + size) {
      unread++;
      return;
    }
    long id = 0;
    for (int i = size; i > 0; i--) {
      id = id << 8 | (data[i] & 0xff);
    }
    switch (command) {
      case 1 -> {
        if (!client && dynamic.size() < MOST_CHANNELS) {
          dynamic.put(id, text(data, 1 + size, data.length));
        }
      }
      case 2, 3, 6, 7 -> {
        String name = dynamic.get(id);
        // A channel whose creation was not seen could be anything, voice too.
        counts.merge(name == null ? "unknown" : name, 1, Integer::sum);
      }
      case 4 -> {
        // An id is used again only after a new creation, which then gives it its name.
      }
      default -> unread++;
    }
  }

  /** CS_NET: type(2) length(2) count(4), then for each channel name(8) options(4). */
  private void connectInitial(byte[] pdu) {
    int at = block(pdu, "Duca", CS_NET);
    if (at >= 0) {
      int count = Math.min((pdu.length - at - 8) / 12, pdu[at + 4] & 0xff);
      names = new String[count];
      for (int i = 0; i < count; i++) {
        names[i] = text(pdu, at + 8 + 12 * i, at + 16 + 12 * i);
      }
    }
  }

  /** SC_NET: type(2) length(2) I/O channel(2) count(2), then for each channel its id(2). */
  private void connectResponse(byte[] pdu) {
    int at = block(pdu, "McDn", SC_NET);
    for (int i = 0; at >= 0 && i < names.length && at + 10 + 2 * i <= pdu.length; i++) {
      channels.put((pdu[at + 8 + 2 * i] & 0xff) | (pdu[at + 9 + 2 * i] & 0xff) << 8, names[i]);
    }
  }

  /** Where a block of the GCC user data begins; -1 if it is not there. */
  private static int block(byte[] pdu, String key, int type) {
    String text = new String(pdu, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(key);
    if (at < 0 || at + 5 > pdu.length) {
      return -1;
    }
    at += (pdu[at + 4] & 0x80) != 0 ? 6 : 5;
    while (at + 8 <= pdu.length) {
      int found = (pdu[at] & 0xff) | (pdu[at + 1] & 0xff) << 8;
      if (found == type) {
        return at;
      }
      at += Math.max(4, (pdu[at + 2] & 0xff) | (pdu[at + 3] & 0xff) << 8);
    }
    return -1;
  }

  private static String text(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
