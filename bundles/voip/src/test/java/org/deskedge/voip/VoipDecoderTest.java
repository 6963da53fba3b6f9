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
package org.deskedge.voip;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoipDecoderTest {

  private final VoipDecoder decoder = new VoipDecoder();
  private final List<VoipPdu> decoded = new ArrayList<>();

  @Test
  void aReceiverThatClosesTheDecoderGetsNoMore() throws MalformedPduException {
    ByteBuf in =
        Unpooled.wrappedBuffer(
            Pdus.bytes(List.of(new Bye(Reason.NORMAL, ""), new Heartbeat(1, false))));

    decoder.decode(
        in,
        pdu -> {
          decoded.add(pdu);
          decoder.close();
        });

    assertThat(decoded).containsExactly(new Bye(Reason.NORMAL, ""));
    assertThat(in.isReadable()).isFalse();
  }

  @Test
  void aClosedDecoderDiscardsEvenGarbage() throws MalformedPduException {
    decoder.close();

    decoder.decode(Unpooled.wrappedBuffer(new byte[] {-1, -1, -1, -1, -1}), decoded::add);

    assertThat(decoded).isEmpty();
  }

  @Test
  void theGreatestPduPossibleIsTakenInTwoPieces() throws MalformedPduException {
    String party = "x".repeat(Fields.MAX_PARTY_BYTES);
    VoipPdu greatest =
        new EstablishRequest(
            1,
            1,
            Origin.INCOMING,
            Optional.of(party),
            Optional.of(party),
            Optional.of("x".repeat(Fields.MAX_SDP_BYTES)));
    ByteBuf in = Unpooled.wrappedBuffer(Pdus.bytes(greatest));

    decoder.decode(in.readSlice(9), decoded::add);
    decoder.decode(in, decoded::add);

    assertThat(decoded).containsExactly(greatest);
  }

  @Test
  void aPduOfExactlyTheMaximumIsTaken() throws MalformedPduException {
    ByteBuf in = Unpooled.buffer();
    VoipEncoder.encode(new Heartbeat(5, false), in);
    int filling = VoipChannel.MAX_PDU_LENGTH - in.readableBytes() - 4;
    in.writeShortLE(500).writeShortLE(filling).writeZero(filling);
    in.setIntLE(0, VoipChannel.MAX_PDU_LENGTH);

    decoder.decode(in.readSlice(100), decoded::add);
    decoder.decode(in, decoded::add);

    assertThat(decoded).containsExactly(new Heartbeat(5, false));
  }

  @Test
  void theSenderIsNotAskedToKeepItsBuffer() throws MalformedPduException {
    byte[] bytes = Pdus.bytes(new Release(1, Reason.NORMAL, "hung up"));
    byte[] head = Arrays.copyOf(bytes, 20);
    decoder.decode(Unpooled.wrappedBuffer(head), decoded::add);
    Arrays.fill(head, (byte) 0);

    decoder.decode(Unpooled.wrappedBuffer(bytes, 20, bytes.length - 20), decoded::add);

    assertThat(decoded).containsExactly(new Release(1, Reason.NORMAL, "hung up"));
  }
}
