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
package org.deskedge.rdp.dynvc;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A PDU of the drdynvc channel (MS-RDPEDYC section 2.2). {@link Dynvc} reads and writes them and
 * shows their bytes.
 *
 * <p>Buffers within belong to whoever made the PDU: of a decoded one they are slices of the
 * message, not retained. Channel ids are unsigned 32-bit numbers.
 */
public sealed interface DynvcPdu {

  /**
   * The server's Capabilities (section 2.2.1.1).
   *
   * @param version 1, 2 or 3; 0 to 65535 on the wire
   * @param charges priority charges 0 to 3, each 0 to 65535; empty below version 2
   */
  record Capabilities(int version, List<Integer> charges) implements DynvcPdu {

    /** Number of priority charges from version 2 on. */
    public static final int CHARGES = 4;

    /** Checks the number of charges. */
    public Capabilities {
      charges = List.copyOf(charges);
      if (charges.size() != chargesOf(version)) {
        throw new IllegalArgumentException(charges.size() + " charges in version " + version);
      }
    }

    static int chargesOf(int version) {
      return version < 2 ? 0 : CHARGES;
    }
  }

  /**
   * The client's answer to the Capabilities (section 2.2.1.2).
   *
   * @param version the version both use from now on; 0 to 65535 on the wire
   */
  record CapabilitiesResponse(int version) implements DynvcPdu {}

  /**
   * The server asks for a channel (section 2.2.2.1).
   *
   * @param priority 0 to 3, of a meaning from version 2 on
   * @param name of the listener, ISO 8859-1 without NUL
   */
  record CreateRequest(int channelId, int priority, String name) implements DynvcPdu {

    /** Checks that priority and name can be written. */
    public CreateRequest {
      if (priority < 0 || priority > 3) {
        throw new IllegalArgumentException("priority " + priority);
      }
      if (name.indexOf('\0') >= 0 || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
        throw new IllegalArgumentException("channel name " + name);
      }
    }
  }

  /**
   * The client's answer to a request (section 2.2.2.2).
   *
   * @param status an HRESULT: negative if the client refuses
   */
  record CreateResponse(int channelId, int status) implements DynvcPdu {}

  /**
   * The first part of a message sent in parts (section 2.2.3.1).
   *
   * @param totalLength of the whole message in bytes as the sender claims it, 0 to 2^32 - 1
   * @param data the first part
   */
  record DataFirst(int channelId, long totalLength, ByteBuf data) implements DynvcPdu {

    /** Checks that the length can be written. */
    public DataFirst {
      if (totalLength >>> Integer.SIZE != 0) {
        throw new IllegalArgumentException("total length " + totalLength);
      }
    }
  }

  /**
   * A whole message, or a further part of one sent in parts (section 2.2.3.2).
   *
   * @param data the message or the part
   */
  record Data(int channelId, ByteBuf data) implements DynvcPdu {}

  /** Either end closes the channel, or confirms that (section 2.2.4). */
  record Close(int channelId) implements DynvcPdu {}

  /**
   * A PDU the edge does not look into: compressed data, soft sync, and what later versions add.
   *
   * @param command 0 to 15
   * @param flags the low four bits of the first byte
   * @param body all after the first byte
   */
  record Other(int command, int flags, ByteBuf body) implements DynvcPdu {

    /** Checks that command and flags share a byte. */
    public Other {
      if (command >>> 4 != 0 || flags >>> 4 != 0) {
        throw new IllegalArgumentException("command " + command + ", flags " + flags);
      }
    }
  }
}
