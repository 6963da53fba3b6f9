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
package org.deskedge.agent.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SdpParkingTest {

  private static final String OFFER =
      """
      v=0
      o=- 1 1 IN IP4 10.0.0.1
      s=-
      c=IN IP4 10.0.0.1
      t=0 0
      m=audio 4000 RTP/AVP 101 8 0
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      m=video 4002 RTP/AVP 96
      a=rtpmap:96 VP8/90000
      """
          .replace("\n", "\r\n");

  private final SdpParking parking = new SdpParking(7000);

  @Test
  void the_first_voice_codec_is_parked_on_loopback_and_video_refused() {
    assertThat(parking.answer(OFFER))
        .contains(
            """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 7000 RTP/AVP 8
            a=rtpmap:8 PCMA/8000
            a=inactive
            m=video 0 RTP/AVP 96
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void with_events_the_stream_runs_and_has_them_at_the_clock_rate_of_the_voice() {
    SdpParking live = SdpParking.withEvents(7002);

    assertThat(live.answer(OFFER.replace("a=fmtp", "a=sendonly\r\na=fmtp")))
        .contains(
            """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 7002 RTP/AVP 8 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=recvonly
            m=video 0 RTP/AVP 96
            """
                .replace("\n", "\r\n"));
    assertThat(live.offer())
        .contains("RTP/AVP 0 8 9 96 101 102", "a=rtpmap:102 telephone-event/48000", "a=sendrecv");
    assertThat(Sdp.parse(live.offer()).flatMap(EventFormat::in))
        .contains(new EventFormat(101, 8000));
  }

  @Test
  void a_softphone_without_events_is_parked_inactive_all_the_same() {
    String without = OFFER.replace("RTP/AVP 101 8 0", "RTP/AVP 8 0");

    assertThat(SdpParking.withEvents(7002).answer(without))
        .hasValueSatisfying(
            answer -> assertThat(answer).contains("m=audio 7002 RTP/AVP 8\r\n", "a=inactive"));
  }

  @Test
  void a_codec_nobody_else_knows_is_parked_as_the_softphone_has_it() {
    String odd =
        OFFER.replace("8 0", "110").replace("a=rtpmap:8 PCMA/8000", "a=rtpmap:110 speex/32000");

    assertThat(parking.answer(odd))
        .hasValueSatisfying(
            answer -> assertThat(answer).contains("RTP/AVP 110\r\na=rtpmap:110 speex/32000"));
  }

  @Test
  void events_are_those_of_the_first_voice_codecs_clock_rate() {
    String two =
        """
        v=0
        m=audio 4000 RTP/AVP 96 100 101
        a=rtpmap:96 opus/48000/2
        a=rtpmap:100 telephone-event/8000
        a=rtpmap:101 TELEPHONE-EVENT/48000
        """;

    assertThat(Sdp.parse(two).flatMap(EventFormat::in)).contains(new EventFormat(101, 48_000));
    assertThat(Sdp.parse(two.replace("101 TELE", "99 TELE")).flatMap(EventFormat::in))
        .contains(new EventFormat(100, 8000));
    assertThat(Sdp.parse(two.replaceAll("(?i)telephone-event", "x")).flatMap(EventFormat::in))
        .isEmpty();
  }

  @Test
  void the_offer_is_inactive_and_on_loopback() {
    Sdp offer = Sdp.parse(parking.offer()).orElseThrow();

    assertThat(offer.flow()).isEqualTo(Flow.INACTIVE);
    assertThat(parking.offer()).contains("m=audio 7000 RTP/AVP 0 8", "c=IN IP4 127.0.0.1");
  }

  @Test
  void what_cannot_be_parked_is_not() {
    assertThat(parking.answer("")).isEmpty();
    assertThat(parking.answer("no sdp")).isEmpty();
    assertThat(parking.answer(OFFER.replace("m=audio 4000", "m=audio 0"))).isEmpty();
    assertThat(parking.answer(OFFER.replace("RTP/AVP 101", "RTP/SAVP 101"))).isEmpty();
    assertThat(parking.answer(OFFER.replace("101 8 0", "101"))).isEmpty();
    assertThat(parking.answer("v=0\r\n" + "a=x\r\n".repeat(10_000))).isEmpty();
  }

  @Test
  void every_prefix_of_an_offer_is_parked_or_refused_without_failing() {
    for (int i = 0; i <= OFFER.length(); i++) {
      String prefix = OFFER.substring(0, i);
      parking
          .answer(prefix)
          .ifPresent(answer -> assertThat(answer).contains("a=inactive", "m=audio 7000"));
    }
    assertThat(parking.answer(OFFER)).isPresent();
  }
}
