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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynvcPduTest {

  private final CapturedPdus captured = new CapturedPdus(DynvcPduTest.class);

  @Test
  void readsWhatARealServerSent() throws MalformedPduException {
    assertThat(Dynvc.decode(captured.get("capabilities"), true))
        .isEqualTo(new DynvcPdu.Capabilities(2, List.of(0, 0, 0, 0)));
    assertThat(Dynvc.decode(captured.get("createRequestOfServer"), true))
        .isEqualTo(new DynvcPdu.CreateRequest(1, 0, "Microsoft::Windows::RDS::DisplayControl"));
    assertThat(Dynvc.decode(captured.get("createRequestOfProxy"), true))
        .isEqualTo(new DynvcPdu.CreateRequest(0x10000002, 0, "AUDIO_PLAYBACK_DVC"));
  }

  @Test
  void readsWhatARealClientSent() throws MalformedPduException {
    assertThat(Dynvc.decode(captured.get("capabilitiesResponse"), false))
        .isEqualTo(new DynvcPdu.CapabilitiesResponse(2));
    assertThat(Dynvc.decode(captured.get("createResponseAccepted"), false))
        .isEqualTo(new DynvcPdu.CreateResponse(0x10000002, 0));
    assertThat(Dynvc.decode(captured.get("createResponseRefused"), false))
        .isEqualTo(new DynvcPdu.CreateResponse(1, 0xC0000001));
    assertThat(Dynvc.decode(captured.get("data"), false))
        .isEqualTo(new DynvcPdu.Data(0x10000002, bytes("05000400bc5a0000")));
  }

  @ParameterizedTest
  @CsvSource({
    "capabilities, true",
    "capabilitiesResponse, false",
    "createRequestOfServer, true",
    "createRequestOfProxy, true",
    "createResponseAccepted, false",
    "createResponseRefused, false",
    "data, false"
  })
  void writesTheBytesRealPeersWrite(String name, boolean fromServer) throws MalformedPduException {
    ByteBuf message = captured.get(name);
    ByteBuf out = Unpooled.buffer();
    Dynvc.encode(Dynvc.decode(message, fromServer), out);

    assertThat(ByteBufUtil.hexDump(out)).isEqualTo(ByteBufUtil.hexDump(message));
  }

  @ParameterizedTest
  @CsvSource({
    "capabilities, true", "capabilitiesResponse, false", "createRequestOfServer, true",
    "createRequestOfProxy, true", "createResponseAccepted, false", "createResponseRefused, false"
  })
  void eachPrefixOfARealPduIsMalformed(String name, boolean fromServer) {
    Decoding.assertEveryPrefixIsMalformed(
        captured.get(name), message -> Dynvc.decode(message, fromServer));
  }

  @ParameterizedTest
  @CsvSource({
    "32020000100102, 5", // Data
    "26020000102c01abcd, 7", // Data First, length of 2 bytes
    "2a020000102c010000abcd, 9", // Data First, length of 4 bytes
    "41ab01, 3", // Close
    "800000000000, 1" // Soft Sync
  })
  void eachPrefixShorterThanTheHeaderIsMalformed(String hex, int header) {
    Decoding.assertEveryPrefixIsMalformed(
        bytes(hex), header, message -> Dynvc.decode(message, true));
  }

  @Test
  void readsAllFieldsOfDataFirst() throws MalformedPduException {
    assertThat(Dynvc.decode(bytes("2502012c01abcd"), false))
        .isEqualTo(new DynvcPdu.DataFirst(0x0102, 300, bytes("abcd")));
    assertThat(Dynvc.decode(bytes("2802fffffffeab"), false))
        .isEqualTo(new DynvcPdu.DataFirst(2, 0xFEFFFFFFL, bytes("ab")));
  }

  @Test
  void dataIsASliceOfTheMessage() throws MalformedPduException {
    ByteBuf message = bytes("3001aabb");
    DynvcPdu.Data data = (DynvcPdu.Data) Dynvc.decode(message, false);
    message.setByte(message.readerIndex() + 2, 0xCC);

    assertThat(data.data()).isEqualTo(bytes("ccbb"));
    assertThat(message.refCnt()).isEqualTo(1);
  }

  @Test
  void compressedDataAndSoftSyncAreOther() throws MalformedPduException {
    assertThat(Dynvc.decode(bytes("7101020a0b"), false))
        .isEqualTo(new DynvcPdu.Other(Dynvc.DATA_COMPRESSED, 1, bytes("01020a0b")));
    assertThat(Dynvc.decode(bytes("8000"), true)).isEqualTo(new DynvcPdu.Other(8, 0, bytes("00")));
  }

  @ParameterizedTest
  @CsvSource({"100141424300, ABC", "100100, ''", "1001e900, \u00e9", "100141004200, A"})
  void namesEndWithTheFirstNul(String hex, String name) throws MalformedPduException {
    assertThat(Dynvc.decode(bytes(hex), true)).isEqualTo(new DynvcPdu.CreateRequest(1, 0, name));
  }

  @Test
  void aNameWithoutEndIsMalformed() {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> Dynvc.decode(bytes("1001414243"), true))
        .withMessageContaining("name does not end");
  }

  @Test
  void aLengthOfTheReservedWidthIsMalformed() {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> Dynvc.decode(bytes("2c0100000000"), true))
        .withMessageContaining("width");
  }

  @Test
  void whatCannotBeWrittenCannotBeMade() {
    ByteBuf none = Unpooled.EMPTY_BUFFER;
    assertThatIllegalArgumentException().isThrownBy(() -> new DynvcPdu.CreateRequest(1, 4, "name"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DynvcPdu.CreateRequest(1, 0, "na\0me"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DynvcPdu.CreateRequest(1, 0, "\u20ac"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DynvcPdu.DataFirst(1, 1L << 32, none));
    assertThatIllegalArgumentException().isThrownBy(() -> new DynvcPdu.DataFirst(1, -1, none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DynvcPdu.Capabilities(1, List.of(0, 0, 0, 0)));
    assertThatIllegalArgumentException().isThrownBy(() -> new DynvcPdu.Capabilities(2, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new DynvcPdu.Other(16, 0, none));
    assertThatIllegalArgumentException().isThrownBy(() -> new DynvcPdu.Other(8, 16, none));
  }

  private static ByteBuf bytes(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
