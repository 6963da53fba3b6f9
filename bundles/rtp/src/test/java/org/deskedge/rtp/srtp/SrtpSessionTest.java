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
package org.deskedge.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpSessionTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SOURCE = 0xcafebabe;
  private static final int OFFSET = 3;

  private final byte[] buffer = new byte[600];

  @ParameterizedTest
  @EnumSource
  void packetsAreWhatTheSpecificationMakesOfThem(SrtpSuite suite) throws GeneralSecurityException {
    SrtpKeys keys = keys(suite);
    SrtpSession near = new SrtpSession(keys);
    SrtpSession far = new SrtpSession(keys.reversed());
    for (int number : new int[] {65_533, 65_534, 65_535, 0, 1, 2}) {
      byte[] plain = rtp(number, SOURCE);
      byte[] expected = ReferenceSrtp.rtp(keys.sending(), plain, number < 10 ? 1 : 0);

      assertThat(near.protectRtp(put(plain), OFFSET, plain.length)).isEqualTo(SrtpResult.OK);
      assertThat(got(near)).isEqualTo(expected);
      assertThat(far.unprotectRtp(put(expected), OFFSET, expected.length)).isEqualTo(SrtpResult.OK);
      assertThat(got(far)).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsAreWhatTheSpecificationMakesOfThem(SrtpSuite suite) throws GeneralSecurityException {
    SrtpKeys keys = keys(suite);
    SrtpSession near = new SrtpSession(keys);
    SrtpSession far = new SrtpSession(keys.reversed());
    byte[] plain = rtcp(SOURCE);
    for (int i = 0; i < 3; i++) {
      assertThat(near.protectRtcp(put(plain), OFFSET, plain.length)).isEqualTo(SrtpResult.OK);
      byte[] sent = got(near);
      int index =
          ByteBuffer.wrap(sent)
                  .getInt(sent.length - 4 - (suite.isGcm() ? 0 : suite.rtcpTagLength()))
              & 0x7fff_ffff;
      assertThat(sent).isEqualTo(ReferenceSrtp.rtcp(keys.sending(), plain, index));
      assertThat(far.unprotectRtcp(put(sent), OFFSET, sent.length)).isEqualTo(SrtpResult.OK);
      assertThat(got(far)).isEqualTo(plain);
      assertThat(far.unprotectRtcp(put(sent), OFFSET, sent.length)).isEqualTo(SrtpResult.REPLAYED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPacketIsTakenOnceAndInAnyOrderWithinTheWindow(SrtpSuite suite)
      throws GeneralSecurityException {
    SrtpKeys keys = keys(suite);
    SrtpSession session = new SrtpSession(keys);
    for (int number : new int[] {100, 102, 101, 163}) {
      assertThat(receive(session, keys, number)).isEqualTo(SrtpResult.OK);
      assertThat(receive(session, keys, number)).isEqualTo(SrtpResult.REPLAYED);
    }
    assertThat(receive(session, keys, 99))
        .as("older than the window")
        .isEqualTo(SrtpResult.REPLAYED);
  }

  @ParameterizedTest
  @EnumSource
  void aChangedPacketIsForgedAndDoesNoHarm(SrtpSuite suite) throws GeneralSecurityException {
    SrtpKeys keys = keys(suite);
    SrtpSession session = new SrtpSession(keys);
    byte[] packet = ReferenceSrtp.rtp(keys.receiving(), rtp(7, SOURCE), 0);
    // Each bit of the first octet but the version and of the rest: marker, source, payload, tag.
    for (int at = 1; at < packet.length; at++) {
      byte[] changed = packet.clone();
      changed[at] ^= 0x10;
      assertThat(session.unprotectRtp(put(changed), OFFSET, changed.length))
          .as("octet %d", at)
          .isEqualTo(SrtpResult.FORGED);
    }
    assertThat(session.unprotectRtp(put(packet), OFFSET, packet.length)).isEqualTo(SrtpResult.OK);
  }

  @ParameterizedTest
  @EnumSource
  void everyPrefixIsRefused(SrtpSuite suite) throws GeneralSecurityException {
    SrtpKeys keys = keys(suite);
    SrtpSession session = new SrtpSession(keys);
    byte[] packet = ReferenceSrtp.rtp(keys.receiving(), rtp(7, SOURCE), 0);
    byte[] report = ReferenceSrtp.rtcp(keys.receiving(), rtcp(SOURCE), 1);
    for (int length = 0; length < packet.length; length++) {
      assertThat(session.unprotectRtp(put(packet), OFFSET, length))
          .isIn(SrtpResult.MALFORMED, SrtpResult.FORGED);
    }
    for (int length = 0; length < report.length; length++) {
      assertThat(session.unprotectRtcp(put(report), OFFSET, length)).isNotEqualTo(SrtpResult.OK);
    }
  }

  @Property(tries = 300)
  void whateverComesIsRefusedWithoutAWord(@ForAll @Size(max = 100) byte[] random) {
    SrtpSession session = new SrtpSession(keys(SrtpSuite.AEAD_AES_128_GCM));
    byte[] headed = random.clone();
    if (headed.length > 0) {
      headed[0] = (byte) (0x80 | (headed[0] & 0x3f));
    }
    assertThat(session.unprotectRtp(headed, 0, headed.length)).isNotEqualTo(SrtpResult.OK);
    assertThat(session.unprotectRtcp(random, 0, random.length)).isNotEqualTo(SrtpResult.OK);
  }

  @Test
  void sourcesAreBoundedAndStrangersTakeNone() throws GeneralSecurityException {
    SrtpKeys keys = keys(SrtpSuite.AES_CM_128_HMAC_SHA1_80);
    SrtpSession session = new SrtpSession(keys);
    SrtpMasterKey strange = SrtpMasterKey.generate(keys.suite(), RANDOM);
    for (int i = 0; i < 100; i++) {
      byte[] forged = ReferenceSrtp.rtp(strange, rtp(1, i), 0);
      assertThat(session.unprotectRtp(put(forged), OFFSET, forged.length))
          .isEqualTo(SrtpResult.FORGED);
    }
    for (int i = 0; i <= SrtpSession.MAX_SOURCES; i++) {
      byte[] packet = ReferenceSrtp.rtp(keys.receiving(), rtp(1, i), 0);
      assertThat(session.unprotectRtp(put(packet), OFFSET, packet.length))
          .isEqualTo(i < SrtpSession.MAX_SOURCES ? SrtpResult.OK : SrtpResult.TOO_MANY_SOURCES);
      assertThat(session.protectRtp(put(rtp(1, i)), OFFSET, 40))
          .isEqualTo(i < SrtpSession.MAX_SOURCES ? SrtpResult.OK : SrtpResult.TOO_MANY_SOURCES);
    }
  }

  @Test
  void onlyTheWayWithAnotherKeyBeginsAnew() throws GeneralSecurityException {
    SrtpKeys keys = keys(SrtpSuite.AES_CM_128_HMAC_SHA1_80);
    SrtpSession session = new SrtpSession(keys);
    assertThat(receive(session, keys, 5)).isEqualTo(SrtpResult.OK);
    session.protectRtp(put(rtp(65_535, SOURCE)), OFFSET, 40);

    SrtpKeys next = new SrtpKeys(keys.sending(), keys(keys.suite()).receiving());
    session.rekey(next);

    assertThat(receive(session, keys, 6)).isEqualTo(SrtpResult.FORGED);
    assertThat(receive(session, next, 5)).isEqualTo(SrtpResult.OK);
    byte[] plain = rtp(0, SOURCE);
    session.protectRtp(put(plain), OFFSET, plain.length);
    assertThat(got(session)).isEqualTo(ReferenceSrtp.rtp(keys.sending(), plain, 1));
  }

  @Test
  void aPacketWithoutRoomBehindItIsNotProtected() {
    SrtpSession session = new SrtpSession(keys(SrtpSuite.AEAD_AES_256_GCM));
    byte[] full = Arrays.copyOf(rtp(1, SOURCE), 40 + SrtpSession.MAX_OVERHEAD - 1);

    assertThat(session.protectRtp(full, 0, 40)).isEqualTo(SrtpResult.MALFORMED);
    assertThat(session.protectRtcp(full, 0, 40)).isEqualTo(SrtpResult.MALFORMED);
    assertThat(session.protectRtp(full, 0, 11)).isEqualTo(SrtpResult.MALFORMED);
  }

  @Test
  void theCiphersOfEverySuiteAreThere() {
    SrtpSession.prepare();
    for (SrtpSuite suite : SrtpSuite.values()) {
      SrtpSession session = new SrtpSession(keys(suite));
      assertThat(session.suite()).isEqualTo(suite);
      assertThat(session.protectRtp(put(rtp(1, SOURCE)), OFFSET, 40)).isEqualTo(SrtpResult.OK);
      assertThat(session.length()).isEqualTo(40 + suite.rtpTagLength());
    }
  }

  @Test
  void aKeyIsNeverInItsText() {
    SrtpKeys keys = keys(SrtpSuite.AES_256_CM_HMAC_SHA1_80);

    assertThat(keys)
        .hasToString(
            "SrtpKeys[sending=AES_256_CM_HMAC_SHA1_80 key, receiving=AES_256_CM_HMAC_SHA1_80 key]");
    assertThatThrownBy(() -> new SrtpMasterKey(keys.suite(), new byte[30]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key and salt of AES_256_CM_HMAC_SHA1_80 are 46 bytes, not 30");
  }

  private SrtpResult receive(SrtpSession session, SrtpKeys keys, int number)
      throws GeneralSecurityException {
    byte[] packet = ReferenceSrtp.rtp(keys.receiving(), rtp(number, SOURCE), 0);
    return session.unprotectRtp(put(packet), OFFSET, packet.length);
  }

  private byte[] put(byte[] packet) {
    System.arraycopy(packet, 0, buffer, OFFSET, packet.length);
    return buffer;
  }

  private byte[] got(SrtpSession session) {
    return Arrays.copyOfRange(buffer, OFFSET, OFFSET + session.length());
  }

  private static SrtpKeys keys(SrtpSuite suite) {
    return new SrtpKeys(
        SrtpMasterKey.generate(suite, RANDOM), SrtpMasterKey.generate(suite, RANDOM));
  }

  private static byte[] rtp(int number, int source) {
    byte[] packet = new byte[40];
    ByteBuffer.wrap(packet).putShort((short) 0x8000).putShort((short) number).putInt(1234);
    ByteBuffer.wrap(packet, 8, 32)
        .putInt(source)
        .put("speech".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return packet;
  }

  private static byte[] rtcp(int source) {
    return ByteBuffer.allocate(36)
        .putInt(0x80c80006)
        .putInt(source)
        .putLong(1)
        .putInt(160)
        .putInt(1)
        .putInt(160)
        .putInt(0x81ca0001)
        .putInt(source)
        .array();
  }
}
