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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors, by which the peer of the other tests is right. */
class ReferenceSrtpTest {

  private static final String KEY_128 = "e1f97a0d3e018be0d64fa32c06de4139";
  private static final String SALT_128 = "0ec675ad498afeebb6960b3aabe6";
  private static final String KEY_256 =
      "f0f04914b513f2763a1b1fa130f10e2998f6f6e43e4309d1e622a0e332b9f1b6";
  private static final String SALT_256 = "3b04803de51ee7c96423ab5b78d2";

  /** RFC 3711 appendix B.3, and RFC 6188 section 7.2. */
  @ParameterizedTest
  @CsvSource({
    KEY_128 + "," + SALT_128 + ",0,c61e7a93744f39ee10734afe3ff7a087",
    KEY_128 + "," + SALT_128 + ",2,30cbbc08863d8c85d49db34a9ae1",
    KEY_128 + "," + SALT_128 + ",1,cebe321f6ff7716b6fd4ab49af256a156d38baa4",
    KEY_256
        + ","
        + SALT_256
        + ",0,5ba1064e30ec51613cad926c5a28ef731ec7fb397f70a960653caf06554cd8c4",
    KEY_256 + "," + SALT_256 + ",2,fa31791685ca444a9e07c6c64e93",
    KEY_256 + "," + SALT_256 + ",1,fd9c32d39ed5fbb5a9dc96b30818454d1313dc05",
  })
  void sessionKeysAreDerivedAsPublished(String key, String salt, int label, String derived)
      throws GeneralSecurityException {
    assertThat(ReferenceSrtp.derive(hex(key), hex(salt), label, derived.length() / 2))
        .isEqualTo(hex(derived));
  }

  /** RFC 3711 appendix B.2, and RFC 6188 section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "2b7e151628aed2a6abf7158809cf4f3c,"
        + "e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab",
    "57f82fe3613fd170a85ec93c40b1f0922ec4cb0dc025b58272147cc438944a98,"
        + "92bdd28a93c3f52511c677d08b5515a49da71b2378a854f67050756ded165bac",
  })
  void theKeyStreamIsAsPublished(String key, String stream) throws GeneralSecurityException {
    byte[] iv = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfd0000");

    assertThat(ReferenceSrtp.counterMode(hex(key), iv, new byte[32])).isEqualTo(hex(stream));
  }

  /** RFC 7714 section 16.1.1. */
  @Test
  void aPacketIsSealedAsPublished() throws GeneralSecurityException {
    byte[] header = hex("8040f17b8041f8d35501a0b2");
    byte[] iv = ReferenceSrtp.gcmIv(hex("517569642070726f2071756f"), 0x5501a0b2, 0xf17b);
    byte[] text = "Gallia est omnis divisa in partes tres".getBytes(StandardCharsets.US_ASCII);

    assertThat(ReferenceSrtp.gcm(hex("000102030405060708090a0b0c0d0e0f"), iv, text, header))
        .isEqualTo(
            hex(
                "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
                    + "899d7f27beb16a9152cf765ee4390cce"));
    assertThat(Arrays.copyOf(iv, 4)).isEqualTo(hex("51753c65"));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
