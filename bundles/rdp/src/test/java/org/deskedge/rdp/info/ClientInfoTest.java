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
package org.deskedge.rdp.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientInfoTest {

  private static final int UNICODE = 0x10;
  private static final int FLAGS_OF_REAL_CLIENT = 0x0023_47FB;
  // Security header, code page, flags and lengths, terminator of no domain, "spike" with its own.
  private static final int BEFORE_PASSWORD = 4 + 18 + 2 + 12;

  private final CapturedPdus captured = new CapturedPdus(ClientInfoTest.class);

  @Test
  void readsWhatARealClientSent() throws MalformedPduException {
    ClientInfo info = ClientInfo.decode(captured.get("clientInfo"));

    assertThat(info).isEqualTo(new ClientInfo(FLAGS_OF_REAL_CLIENT, "", "spike"));
    assertThat(info.flags() & ClientInfo.AUDIO_CAPTURE).isNotZero();
    assertThat(info.flags() & ClientInfo.NO_AUDIO_PLAYBACK).isZero();
  }

  @Test
  void nothingFromThePasswordOnIsNeeded() {
    Decoding.assertEveryPrefixIsMalformed(
        captured.get("clientInfo"), BEFORE_PASSWORD, ClientInfo::decode);
  }

  @Test
  void readsNamesOfOneByteForEachCharacter() throws MalformedPduException {
    assertThat(ClientInfo.decode(info(0, "BRANCH", "J\u00f6rg")))
        .isEqualTo(new ClientInfo(0, "BRANCH", "J\u00f6rg"));
  }

  @Test
  void isToldByItsSecurityHeader() {
    assertThat(ClientInfo.is(captured.get("clientInfo"))).isTrue();
    assertThat(ClientInfo.is(bytes("40000000"))).isTrue();
    assertThat(ClientInfo.is(bytes("48000000"))).isTrue();
    assertThat(ClientInfo.is(bytes("80000000"))).as("licensing").isFalse();
    assertThat(ClientInfo.is(bytes("00400000"))).isFalse();
    assertThat(ClientInfo.is(bytes("400000"))).isFalse();
    assertThat(ClientInfo.is(bytes(""))).isFalse();
  }

  @Test
  void anotherPduIsMalformed() {
    ByteBuf payload = captured.get("clientInfo");
    payload.setByte(payload.readerIndex(), 0x80);

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ClientInfo.decode(payload))
        .withMessage("Client Info: the security header says it is none");
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false", "65535, false"})
  void aNameHasABound(int length, boolean allowed) {
    ByteBuf payload = info(0, "", "a".repeat(length));

    assertThat(Decoding.decodes(payload, ClientInfo::decode)).isEqualTo(allowed);
  }

  @Test
  void aNameThatEndsBehindThePduIsMalformed() {
    ByteBuf payload = captured.get("clientInfo");
    payload.setShortLE(payload.readerIndex() + 14, 500);

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ClientInfo.decode(payload))
        .withMessageContaining("cut off");
  }

  @Property
  void itComesBackAsItWas(
      @ForAll int flags, @ForAll("names") String domain, @ForAll("names") String user)
      throws MalformedPduException {
    int unicode = flags | UNICODE;

    assertThat(ClientInfo.decode(info(unicode, domain, user)))
        .isEqualTo(new ClientInfo(unicode, domain, user));
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), ClientInfo::decode);
  }

  @Property
  void anyBytesBehindItsSecurityHeaderAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    byte[] header = {0x40, 0, 0, 0};
    byte[] payload = ByteBufUtil.getBytes(Unpooled.wrappedBuffer(header, bytes));
    Decoding.decodes(Decoding.amidOthers(payload), ClientInfo::decode);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange(' ', '\ud7ff')
        .withChars('\ue000', '\ufffd')
        .ofMaxLength(60);
  }

  private static ByteBuf info(int flags, String domain, String user) {
    Charset charset =
        (flags & UNICODE) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    int terminator = (flags & UNICODE) != 0 ? 2 : 1;
    byte[] domainBytes = domain.getBytes(charset);
    byte[] userBytes = user.getBytes(charset);
    ByteBuf out = Unpooled.buffer().writeIntLE(0x40).writeIntLE(0).writeIntLE(flags);
    out.writeShortLE(domainBytes.length).writeShortLE(userBytes.length).writeZero(6);
    out.writeBytes(domainBytes).writeZero(terminator);
    out.writeBytes(userBytes).writeZero(terminator);
    return Decoding.amidOthers(ByteBufUtil.getBytes(out.writeZero(3 * terminator)));
  }

  private static ByteBuf bytes(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
