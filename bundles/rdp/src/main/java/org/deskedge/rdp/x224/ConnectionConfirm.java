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
import java.util.Optional;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * X.224 Connection Confirm (MS-RDPBCGR section 2.2.1.2), with room for the accept option.
 *
 * <pre>
 * TPKT and X.224 header, 11 bytes
 * [ 02 | flags | 08 00 | selectedProtocol u32 ]  or  [ 03 | 00 | 08 00 | failureCode u32 ]
 * [ accept option, 8 bytes: see AcceptOption ]
 * </pre>
 *
 * @param destinationReference 0 to 65535
 * @param sourceReference 0 to 65535
 * @param negotiation absent from servers that know only standard RDP security
 * @param acceptOption present if a desktop agent's front has added it
 */
public record ConnectionConfirm(
    int destinationReference,
    int sourceReference,
    Optional<Negotiation> negotiation,
    Optional<AcceptOption> acceptOption) {

  private static final String NAME = "Connection Confirm";
  private static final int RESPONSE = 0x02;
  private static final int FAILURE = 0x03;
  private static final int ACCEPT = 0xDE;
  private static final int OPTION_LENGTH = 8;

  /**
   * Decodes a frame.
   *
   * @param frame the whole TPKT packet; its indices stay where they are
   */
  public static ConnectionConfirm decode(ByteBuf frame) throws MalformedPduException {
    ChannelPduReader in = X224Frame.open(NAME, X224Frame.CONNECTION_CONFIRM, frame);
    int destination = in.u16BigEndian();
    int source = in.u16BigEndian();
    in.skip(1);
    Optional<Negotiation> negotiation = Optional.empty();
    Optional<AcceptOption> acceptOption = Optional.empty();
    if (in.remaining() > 0 && in.peek() != ACCEPT) {
      negotiation = Optional.of(negotiation(in));
    }
    if (in.remaining() > 0 && in.peek() == ACCEPT) {
      in.skip(2);
      in.expectU16(OPTION_LENGTH, "accept option length");
      acceptOption = Optional.of(new AcceptOption(in.u16()));
      in.skip(2);
    }
    in.expectEnd();
    return new ConnectionConfirm(destination, source, negotiation, acceptOption);
  }

  private static Negotiation negotiation(ChannelPduReader in) throws MalformedPduException {
    int type = in.u8();
    int flags = in.u8();
    in.expectU16(OPTION_LENGTH, "negotiation length");
    int value = in.i32();
    return switch (type) {
      case RESPONSE -> new NegotiationResponse(flags, value);
      case FAILURE -> new NegotiationFailure(value);
      default ->
          throw new MalformedPduException(String.format("%s: negotiation type 0x%02X", NAME, type));
    };
  }

  /** Writes the frame. */
  public void encode(ByteBuf out) {
    int variable =
        (negotiation.isPresent() ? OPTION_LENGTH : 0)
            + (acceptOption.isPresent() ? OPTION_LENGTH : 0);
    X224Frame.write(
        out, X224Frame.CONNECTION_CONFIRM, destinationReference, sourceReference, variable);
    negotiation.ifPresent(answer -> encode(answer, out));
    acceptOption.ifPresent(
        option -> {
          out.writeByte(ACCEPT).writeByte(0).writeShortLE(OPTION_LENGTH);
          out.writeShortLE(option.version()).writeShortLE(0);
        });
  }

  private static void encode(Negotiation negotiation, ByteBuf out) {
    if (negotiation instanceof NegotiationResponse response) {
      out.writeByte(RESPONSE).writeByte(response.flags()).writeShortLE(OPTION_LENGTH);
      out.writeIntLE(response.selectedProtocol());
    } else if (negotiation instanceof NegotiationFailure failure) {
      out.writeByte(FAILURE).writeByte(0).writeShortLE(OPTION_LENGTH);
      out.writeIntLE(failure.code());
    }
  }

  /** Returns the same confirm with the accept option. */
  public ConnectionConfirm withAcceptOption(AcceptOption option) {
    return new ConnectionConfirm(
        destinationReference, sourceReference, negotiation, Optional.of(option));
  }

  /** Returns the same confirm as a stock client expects it. */
  public ConnectionConfirm withoutAcceptOption() {
    return new ConnectionConfirm(
        destinationReference, sourceReference, negotiation, Optional.empty());
  }
}
