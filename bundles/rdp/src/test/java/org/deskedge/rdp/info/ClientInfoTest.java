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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
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

class ClientInfoTest {

  private static final int UNICODE = 0x0010;
  private static final int FIXED_PART = 22;
  // Behind them the password, which is not read: domain "" and user "spike", both terminated.
  private static final int NAMES = 2 + 12;

  private final ByteBuf captured = new CapturedPdus(ClientInfoTest.class).get("clientInfo");

  @Test
  void aStockClientSaysWhoItIsAndThatItHasSoundAndMicrophone() throws Exception {
    assertThat(ClientInfo.is(captured)).isTrue();

    ClientInfo info = ClientInfo.decode(captured);

    assertThat(info.user()).isEqualTo("spike");
    assertThat(info.domain()).isEmpty();
    assertThat(info.flags() & ClientInfo.NO_AUDIO_PLAYBACK).isZero();
    assertThat(info.flags() & ClientInfo.AUDIO_CAPTURE).isNotZero();
  }

  @Test
  void everyPrefixThatCutsTheNamesIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(captured, FIXED_PART + NAMES, ClientInfo::decode);
  }

  @Property
  void namesAreReadAsTheyWereWritten(
      @ForAll("names") String domain, @ForAll("names") String user, @ForAll boolean unicode)
      throws MalformedPduException {
    var charset = unicode ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    byte[] terminator = new byte[unicode ? 2 : 1];
    ByteBuf payload = Unpooled.buffer();
    payload.writeIntLE(0x0040).writeIntLE(0).writeIntLE(unicode ? UNICODE : 0);
    payload.writeShortLE(domain.getBytes(charset).length);
    payload.writeShortLE(user.getBytes(charset).length);
    payload.writeZero(6);
    payload.writeBytes(domain.getBytes(charset)).writeBytes(terminator);
    payload.writeBytes(user.getBytes(charset)).writeBytes(terminator);

    ClientInfo info = ClientInfo.decode(payload);

    assertThat(info.domain()).isEqualTo(domain);
    assertThat(info.user()).isEqualTo(user);
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), ClientInfo::decode);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange(' ', 'ÿ').ofMaxLength(30);
  }
}
