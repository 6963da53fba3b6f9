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
package org.deskedge.rtp.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.deskedge.rtp.srtp.SrtpKeys;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAgreementTest {

  /** The key of RFC 4568 section 9.2. */
  private static final String KEY = "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj";

  private static final String HEAD =
      "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";
  private static final List<SrtpSuite> SUITES =
      List.of(SrtpSuite.AEAD_AES_256_GCM, SrtpSuite.AES_CM_128_HMAC_SHA1_80);

  @ParameterizedTest
  @EnumSource(names = {"BEST_EFFORT", "REQUIRED"})
  void twoSidesHaveTheSameKeysTheOtherWayAbout(SrtpMode mode) throws SdpException {
    OfferAnswer near = side(mode, SUITES);
    OfferAnswer far = side(SrtpMode.BEST_EFFORT, List.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80));

    String offer = SdpWriter.write(near.offer());
    OfferAnswer.Answer answer = far.answer(SdpParser.parse(offer));
    AgreedStream stream = near.accept(SdpParser.parse(SdpWriter.write(answer.description())));

    assertThat(offer)
        .contains(mode == SrtpMode.REQUIRED ? " RTP/SAVP " : " RTP/AVP ")
        .contains("a=crypto:1 AEAD_AES_256_GCM inline:")
        .contains("a=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:");
    assertThat(answer.description().media().get(0).crypto())
        .extracting(CryptoAttribute::tag)
        .containsExactly(2);
    SrtpKeys keys = stream.srtp().orElseThrow();
    SrtpKeys theirs = answer.stream().srtp().orElseThrow();
    assertThat(keys.sending()).isEqualTo(theirs.receiving()).isNotEqualTo(theirs.sending());
    assertThat(keys.receiving()).isEqualTo(theirs.sending());
    assertThat(keys.suite()).isEqualTo(SrtpSuite.AES_CM_128_HMAC_SHA1_80);
  }

  @Test
  void ownKeysStayThroughNewOffersAndTheProfileIsThatAgreed() throws SdpException {
    OfferAnswer side = side(SrtpMode.BEST_EFFORT, SUITES);
    String offer = "m=audio 4000 RTP/SAVP 0\r\na=crypto:7 AES_CM_128_HMAC_SHA1_80 inline:" + KEY;

    OfferAnswer.Answer first = side.answer(parse(offer));
    OfferAnswer.Answer second = side.answer(parse(offer));

    assertThat(second.stream().srtp()).isEqualTo(first.stream().srtp());
    assertThat(second.description()).isEqualTo(first.description());
    assertThat(side.offer().media().get(0).protocol()).isEqualTo("RTP/SAVP");
    assertThat(side.offer().media().get(0).crypto().get(1).key())
        .contains(first.stream().srtp().orElseThrow().sending());
  }

  @Test
  void plainRtpIsTakenWhereProtectionIsNoMust() throws SdpException {
    for (SrtpMode mode : List.of(SrtpMode.FORBIDDEN, SrtpMode.BEST_EFFORT)) {
      OfferAnswer side = side(mode, SUITES);
      assertThat(side.answer(parse("m=audio 4000 RTP/AVP 0")).stream().srtp()).isEmpty();
      side.offer();
      assertThat(side.accept(parse("m=audio 4000 RTP/AVP 0")).srtp()).isEmpty();
    }
  }

  @Test
  void whereItIsForbiddenNoKeyIsOfferedOrAnswered() throws SdpException {
    OfferAnswer side = side(SrtpMode.FORBIDDEN, List.of());
    OfferAnswer.Answer answer =
        side.answer(
            parse("m=audio 4000 RTP/AVP 0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY));

    assertThat(answer.stream().srtp()).isEmpty();
    assertThat(SdpWriter.write(answer.description())).doesNotContain("crypto");
    assertThat(SdpWriter.write(side.offer())).doesNotContain("crypto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FORBIDDEN|m=audio 4000 RTP/SAVP 0|RTP/SAVP is asked for, and SRTP is forbidden here",
        "BEST_EFFORT|m=audio 4000 RTP/SAVP 0|SRTP is needed and there is no key (crypto)",
        "REQUIRED|m=audio 4000 RTP/AVP 0|SRTP is needed and there is no key (crypto)",
        "REQUIRED|m=audio 4000 RTP/SAVPF 0;a=crypto:1 F8_128_HMAC_SHA1_80 inline:"
            + KEY
            + "|no key can be used (crypto): suites are 'F8_128_HMAC_SHA1_80', known are"
            + " AEAD_AES_256_GCM AES_CM_128_HMAC_SHA1_80",
      })
  void whyAStreamCannotBeProtectedIsSaid(SrtpMode mode, String lines, String message) {
    OfferAnswer side = side(mode, SUITES);

    assertThatThrownBy(() -> side.answer(parse(lines.replace(";", "\r\n"))))
        .isInstanceOf(SdpException.class)
        .hasMessage("no usable audio: " + message);
  }

  @Test
  void aStreamWhoseKeyCannotBeUsedIsPassedOverForOneThatCan() throws SdpException {
    OfferAnswer.Answer answer =
        side(SrtpMode.BEST_EFFORT, SUITES)
            .answer(parse("m=audio 4000 RTP/SAVP 0\r\nm=audio 4002 RTP/AVP 0"));

    assertThat(answer.description().media())
        .extracting(MediaDescription::port)
        .containsExactly(0, 20_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
        "a=crypto:2 AEAD_AES_256_GCM inline:" + KEY,
        "a=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|1:4",
      })
  void anAnswerWithAKeyThatWasNotAskedForIsRefused(String crypto) {
    OfferAnswer side = side(SrtpMode.BEST_EFFORT, SUITES);
    side.offer();

    assertThatThrownBy(() -> side.accept(parse("m=audio 4000 RTP/AVP 0\r\n" + crypto)))
        .isInstanceOf(SdpException.class)
        .hasMessageStartingWith("no usable audio: no key can be used (crypto)");
  }

  @ParameterizedTest
  @CsvSource({
    "'',true",
    "|2^31,true",
    "|1048576,true",
    "' WSH=128',true",
    "' -SOMETHING',true",
    "|2^20|1:4,false",
    "|1:4,false",
    "' KDR=1',false",
    "' UNENCRYPTED_SRTP',false",
    "' UNENCRYPTED_SRTCP',false",
    "' UNAUTHENTICATED_SRTP',false",
    "' FEC_ORDER=FEC_SRTP',false",
    ";inline:" + KEY + ",false",
    "AAAA,false",
    "=,false",
  })
  void whatIsNotSupportedMakesAKeyUnusable(String rest, boolean usable) {
    Optional<CryptoAttribute> crypto =
        CryptoAttribute.parse("1 aes_cm_128_hmac_sha1_80 inline:" + KEY + rest);

    assertThat(crypto).isPresent();
    assertThat(crypto.get().key().isPresent()).isEqualTo(usable);
  }

  @Test
  void noKeyIsEverInTextOrMessages() throws SdpException {
    String lines = "m=audio 4000 RTP/SAVP 0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY;
    SessionDescription description = parse(lines);
    OfferAnswer.Answer answer = side(SrtpMode.REQUIRED, SUITES).answer(description);

    assertThat(description.toString()).doesNotContain(KEY);
    assertThat(answer.toString())
        .doesNotContain(KEY)
        .doesNotContain(answer.stream().srtp().orElseThrow().sending().toBase64());
    assertThatThrownBy(() -> parse(lines.replace("crypto:1", "crypto:x")))
        .isInstanceOf(SdpException.class)
        .hasMessage("line 7: not a crypto attribute");
  }

  private static SessionDescription parse(String lines) throws SdpException {
    return SdpParser.parse(HEAD + lines);
  }

  private static OfferAnswer side(SrtpMode mode, List<SrtpSuite> suites) {
    LocalCodec codec = new LocalCodec("PCMU", 8000, 1, Optional.empty(), 10);
    return new OfferAnswer(
        LocalAddresses.of(new InetSocketAddress(SdpArbitraries.ip("192.0.2.1"), 20_000)),
        new MediaPolicy(List.of(codec), 20, mode, suites),
        3000);
  }
}
