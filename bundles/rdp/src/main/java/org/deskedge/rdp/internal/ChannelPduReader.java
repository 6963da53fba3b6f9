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
package org.deskedge.rdp.internal;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/**
 * Reads the fields of a virtual channel PDU one after another and turns a missing byte into a
 * {@link MalformedPduException}. Numbers are little-endian unless said otherwise. The buffer's own
 * indices stay where they are. Not thread-safe.
 */
public final class ChannelPduReader {

  private final String pdu;
  private final ByteBuf message;
  private int index;
  private int end;

  /**
   * Begins at the buffer's reader index.
   *
   * @param pdu names the PDU in exceptions
   */
  public ChannelPduReader(String pdu, ByteBuf message) {
    this.pdu = pdu;
    this.message = message;
    this.index = message.readerIndex();
    this.end = message.writerIndex();
  }

  /** Reads an unsigned byte. */
  public int u8() throws MalformedPduException {
    return message.getUnsignedByte(take(1));
  }

  /** Reads an unsigned 16-bit number. */
  public int u16() throws MalformedPduException {
    return message.getUnsignedShortLE(take(2));
  }

  /** Reads an unsigned 16-bit number in network byte order. */
  public int u16BigEndian() throws MalformedPduException {
    return message.getUnsignedShort(take(2));
  }

  /** Reads 64 bits in network byte order. */
  public long i64BigEndian() throws MalformedPduException {
    return message.getLong(take(8));
  }

  /** Returns the next byte, which stays to be read. */
  public int peek() throws MalformedPduException {
    require(1);
    return message.getUnsignedByte(index);
  }

  /** Reads an unsigned 16-bit number that can have one value only. */
  public void expectU16(int expected, String field) throws MalformedPduException {
    int actual = u16();
    if (actual != expected) {
      throw new MalformedPduException(
          pdu + ": " + field + " is " + actual + " where it must be " + expected);
    }
  }

  /** Makes sure that nothing is left. */
  public void expectEnd() throws MalformedPduException {
    if (remaining() > 0) {
      throw new MalformedPduException(pdu + ": " + remaining() + " bytes too many");
    }
  }

  /** Reads an unsigned 32-bit number. */
  public long u32() throws MalformedPduException {
    return message.getUnsignedIntLE(take(4));
  }

  /** Reads 32 bits as they are. */
  public int i32() throws MalformedPduException {
    return message.getIntLE(take(4));
  }

  /** Passes over bytes that mean nothing. */
  public void skip(int length) throws MalformedPduException {
    take(length);
  }

  /** Reads that many bytes as a slice of the buffer, not retained. */
  public ByteBuf bytes(int length) throws MalformedPduException {
    return message.slice(take(length), length);
  }

  /** Reads all that is left as a slice of the buffer, not retained. */
  public ByteBuf rest() {
    ByteBuf rest = message.slice(index, end - index);
    index = end;
    return rest;
  }

  /** Returns how many bytes are left. */
  public int remaining() {
    return end - index;
  }

  /**
   * Ends the PDU after that many more bytes; what follows is not read.
   *
   * @throws MalformedPduException if fewer bytes are left
   */
  public void limit(int length) throws MalformedPduException {
    require(length);
    end = index + length;
  }

  private int take(int length) throws MalformedPduException {
    require(length);
    int at = index;
    index += length;
    return at;
  }

  private void require(int length) throws MalformedPduException {
    if (length > remaining()) {
      throw new MalformedPduException(
          pdu + " is cut off: " + remaining() + " bytes where " + length + " are needed");
    }
  }
}
