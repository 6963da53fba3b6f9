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
package org.deskedge.rdpproxy.internal.channel;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.dynvc.DynvcPdu;

/**
 * Watches the desktop's own use of the client's microphone. A client serves one AUDIO_INPUT channel
 * at a time (MS-RDPEAI), so whoever of desktop and edge has it keeps it until it closes it.
 */
final class DesktopMicrophone {

  static final String CHANNEL_NAME = "AUDIO_INPUT";

  private static final int NONE = -1;

  private int asked = NONE;
  private int open = NONE;

  /**
   * The desktop asks the client for the microphone.
   *
   * @param edgeHasIt whether the edge uses it for a call
   * @return whether the request may go on to the client
   */
  boolean requested(int channelId, boolean edgeHasIt) {
    if (edgeHasIt) {
      return false;
    }
    asked = channelId;
    return true;
  }

  /** The client sent a message of a channel of the desktop's. */
  void answered(int command, int channelId, ByteBuf head) throws MalformedPduException {
    if (command == Dynvc.CREATE && channelId == asked) {
      DynvcPdu pdu = Dynvc.decode(head.duplicate(), false);
      if (pdu instanceof DynvcPdu.CreateResponse response && response.status() >= 0) {
        open = channelId;
      }
      asked = NONE;
    }
    closed(command, channelId);
  }

  /** Either end sent a message of a channel of the desktop's. */
  void closed(int command, int channelId) {
    if (command == Dynvc.CLOSE && channelId == open) {
      open = NONE;
    }
  }

  /** Returns whether the desktop has, or is about to have, the microphone. */
  boolean inUse() {
    return asked != NONE || open != NONE;
  }
}
