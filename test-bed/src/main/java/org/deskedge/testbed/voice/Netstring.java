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
package org.deskedge.testbed.voice;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Netstrings, as baresip's control connection frames its messages.
 *
 * <pre>
 * length in decimal ASCII, ':', that many bytes, ','
 * </pre>
 */
final class Netstring {
  /** Longest message read: baresip's own limit is lower. */
  static final int MOST_BYTES = 1 << 20;

  private Netstring() {}

  static byte[] encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] head = (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + bytes.length + 1];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    all[all.length - 1] = ',';
    return all;
  }

  /**
   * Reads the next message.
   *
   * @return null at the end of the stream between two messages
   * @throws IOException if the framing is wrong or the stream ends in a message
   */
  static String read(InputStream in) throws IOException {
    int length = 0;
    int digits = 0;
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= '0' && next <= '9'; next = in.read()) {
      length = length * 10 + next - '0';
      digits++;
      if (length > MOST_BYTES) {
        throw new IOException("a netstring of more than " + MOST_BYTES + " bytes");
      }
    }
    if (next < 0) {
      throw new EOFException("the stream ends in a netstring's length");
    }
    if (digits == 0 || next != ':') {
      throw new IOException("no netstring: byte " + next + " in its length");
    }
    byte[] bytes = in.readNBytes(length);
    int end = in.read();
    if (bytes.length < length || end < 0) {
      throw new EOFException("the stream ends in a netstring");
    }
    if (end != ',') {
      throw new IOException("no netstring: byte " + end + " at its end");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
