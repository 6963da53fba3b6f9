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

/**
 * A dynamic virtual channel the edge itself holds open towards the client. Every method is to be
 * called on the session's event loop.
 */
public interface ClientChannel {

  /** What the client does on the channel. */
  interface Handler {

    /** The client created its end. */
    void opened();

    /**
     * One whole message.
     *
     * @param message released after the method returns
     * @throws org.deskedge.rdp.MalformedPduException ends this channel, and nothing else
     */
    void received(ByteBuf message) throws org.deskedge.rdp.MalformedPduException;

    /**
     * The client refused or closed the channel, or the session ended. Called at most once.
     *
     * @param reason for the log
     */
    void closed(String reason);
  }

  /** Returns a buffer that already holds all headers of one message of this channel. */
  ByteBuf newMessage(int length);

  /**
   * Sends a message begun with {@link #newMessage(int)}.
   *
   * @param message exactly as long as was said; released by the channel
   */
  void send(ByteBuf message);

  /** Returns whether the client keeps up; a message sent now would not wait long. */
  boolean isWritable();

  /** Closes the channel; the handler is not told. */
  void close();
}
