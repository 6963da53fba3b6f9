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
package org.deskedge.rdp.x224;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * X.224 Connection Request (MS-RDPBCGR section 2.2.1.1).
 *
 * <pre>
 * TPKT and X.224 header, 11 bytes
 * [ cookie or routing token, no control characters | 0D 0A ]
 * [ 01 | flags | 08 00 | requestedProtocols u32 ]
 * [ 06 | 00 | 24 00 | correlationId, 16 bytes | 0, 16 bytes ]
 * </pre>
 *
 * @param sourceReference 0 to 65535
 * @param cookie the cookie or routing token line without its end, one character for each byte:
 *     U+0020 to U+00FF but U+007F, at least one
 * @param negotiation protocols asked for; none from clients that know only standard RDP security
 * @param correlation names the connection
 */
public record ConnectionRequest(
    int sourceReference,
    Optional<String> cookie,
    Optional<NegotiationRequest> negotiation,
    Optional<CorrelationInfo> correlation) {

  /** Longest frame in bytes: the X.224 length indicator is one byte, 254 at most. */
  public static final int MAX_LENGTH = X224Frame.MAX_LENGTH;

  /** Begins the cookie that carries a user name. */
  public static final String USER_COOKIE = "Cookie: mstshash=";

  private static final String NAME = "Connection Request";
  private static final int NEGOTIATION = 0x01;
  private static final int NEGOTIATION_LENGTH = 8;
  private static final int CORRELATION = 0x06;
  private static final int CORRELATION_LENGTH = 36;
  private static final int CORRELATION_RESERVED = 16;
  private static final char FIRST_PRINTABLE = ' ';
  private static final char DELETE = 0x7F;
  private static final char LAST = 0xFF;

  /**
   * Checks the cookie.
   *
   * @throws IllegalArgumentException if the cookie cannot be written as one line
   */
  public ConnectionRequest {
    if (!cookie.map(ConnectionRequest::isLine).orElse(true)) {
      throw new IllegalArgumentException("the cookie is not one line of bytes");
    }
  }

  private static boolean isLine(String cookie) {
    return !cookie.isEmpty() && cookie.chars().allMatch(ConnectionRequest::isInLine);
  }

  private static boolean isInLine(int c) {
    return c >= FIRST_PRINTABLE && c <= LAST && c != DELETE;
  }

  /**
   * Decodes a frame.
   *
   * @param frame the whole TPKT packet; its indices stay where they are
   */
  public static ConnectionRequest decode(ByteBuf frame) throws MalformedPduException {
    ChannelPduReader in = X224Frame.open(NAME, X224Frame.CONNECTION_REQUEST, frame);
    in.skip(2);
    int source = in.u16BigEndian();
    in.skip(1);
    Optional<String> cookie = Optional.empty();
    Optional<NegotiationRequest> negotiation = Optional.empty();
    Optional<CorrelationInfo> correlation = Optional.empty();
    if (in.remaining() > 0 && in.peek() >= FIRST_PRINTABLE) {
      cookie = Optional.of(line(in));
    }
    if (in.remaining() > 0 && in.peek() == NEGOTIATION) {
      in.skip(1);
      int flags = in.u8();
      in.expectU16(NEGOTIATION_LENGTH, "negotiation length");
      negotiation = Optional.of(new NegotiationRequest(flags, in.i32()));
    }
    if (in.remaining() > 0 && in.peek() == CORRELATION) {
      in.skip(2);
      in.expectU16(CORRELATION_LENGTH, "correlation length");
      correlation = Optional.of(new CorrelationInfo(in.i64BigEndian(), in.i64BigEndian()));
      in.skip(CORRELATION_RESERVED);
    }
    in.expectEnd();
    return new ConnectionRequest(source, cookie, negotiation, correlation);
  }

  private static String line(ChannelPduReader in) throws MalformedPduException {
    StringBuilder line = new StringBuilder();
    for (int c = in.u8(); c != '\r'; c = in.u8()) {
      if (!isInLine(c)) {
        throw new MalformedPduException(String.format("%s: byte 0x%02X in the cookie", NAME, c));
      }
      line.append((char) c);
    }
    if (in.u8() != '\n') {
      throw new MalformedPduException(NAME + ": the cookie does not end in CR LF");
    }
    return line.toString();
  }

  /** Returns the frame's length in bytes. */
  public int encodedLength() {
    return X224Frame.HEADER + variableLength();
  }

  private int variableLength() {
    return cookie.map(line -> line.length() + 2).orElse(0)
        + (negotiation.isPresent() ? NEGOTIATION_LENGTH : 0)
        + (correlation.isPresent() ? CORRELATION_LENGTH : 0);
  }

  /**
   * Writes the frame.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MAX_LENGTH}
   */
  public void encode(ByteBuf out) {
    X224Frame.write(out, X224Frame.CONNECTION_REQUEST, 0, sourceReference, variableLength());
    cookie.ifPresent(line -> out.writeCharSequence(line + "\r\n", StandardCharsets.ISO_8859_1));
    negotiation.ifPresent(
        asked -> {
          out.writeByte(NEGOTIATION).writeByte(asked.flags()).writeShortLE(NEGOTIATION_LENGTH);
          out.writeIntLE(asked.requestedProtocols());
        });
    correlation.ifPresent(
        name -> {
          out.writeByte(CORRELATION).writeByte(0).writeShortLE(CORRELATION_LENGTH);
          out.writeLong(name.high()).writeLong(name.low()).writeZero(CORRELATION_RESERVED);
        });
  }

  /**
   * Returns the user named by the cookie, if it names one; not verified by anybody. Clients write
   * UTF-8; what is none becomes U+FFFD.
   */
  public Optional<String> user() {
    return cookie
        .filter(line -> line.startsWith(USER_COOKIE))
        .map(line -> line.substring(USER_COOKIE.length()))
        .map(name -> name.contains(";") ? name.substring(0, name.indexOf(';')) : name)
        .filter(name -> !name.isEmpty())
        .map(
            name -> new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  /** Returns the same request with another cookie line. */
  public ConnectionRequest withCookie(Optional<String> line) {
    return new ConnectionRequest(sourceReference, line, negotiation, correlation);
  }

  /** Returns the same request with another negotiation. */
  public ConnectionRequest withNegotiation(NegotiationRequest asked) {
    return new ConnectionRequest(sourceReference, cookie, Optional.of(asked), correlation);
  }
}
