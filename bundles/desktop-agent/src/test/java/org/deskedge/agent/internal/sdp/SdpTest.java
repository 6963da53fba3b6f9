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

import java.net.InetSocketAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SdpTest {

  private static final String TEXT =
      """
      v=0
      o=bob 18446744073709551615 7 IN IP4 192.0.2.1
      s=-
      c=IN IP4 192.0.2.1
      t=0 0
      a=sendonly
      m=audio 4000 RTP/AVP 0
      a=ptime:20
      """
          .replace("\n", "\r\n");

  private static Sdp parse(String text) {
    return Sdp.parse(text).orElseThrow();
  }

  @Test
  void a_description_is_written_as_it_was_read() {
    assertThat(parse(TEXT).text()).isEqualTo(TEXT);
  }

  @Test
  void the_direction_of_the_session_holds_unless_the_media_has_its_own() {
    assertThat(parse(TEXT).flow()).isEqualTo(Flow.SENDONLY);
    assertThat(parse(TEXT + "a=inactive\r\n").flow()).isEqualTo(Flow.INACTIVE);
    assertThat(parse(TEXT.replace("a=sendonly\r\n", "")).flow()).isEqualTo(Flow.SENDRECV);
  }

  @Test
  void an_address_of_zeros_is_hold() {
    String sendrecv = TEXT.replace("a=sendonly\r\n", "");

    assertThat(parse(sendrecv.replace("c=IN IP4 192.0.2.1", "c=IN IP4 0.0.0.0")).flow())
        .isEqualTo(Flow.SENDONLY);
    assertThat(parse(sendrecv + "c=IN IP6 ::\r\n").flow()).isEqualTo(Flow.SENDONLY);
    assertThat(parse(sendrecv + "c=IN IP4 0.0.0.0\r\na=inactive\r\n").flow())
        .isEqualTo(Flow.INACTIVE);
  }

  @Test
  void the_address_of_the_audio_counts_before_that_of_the_session() {
    assertThat(parse(TEXT).rtpAddress()).contains(new InetSocketAddress("192.0.2.1", 4000));
    assertThat(parse(TEXT + "c=IN IP6 2001:db8::1\r\n").rtpAddress())
        .contains(new InetSocketAddress("2001:db8::1", 4000));
    assertThat(parse(TEXT.replace("192.0.2.1", "name.example")).rtpAddress()).isEmpty();
    assertThat(parse(TEXT.replace("4000", "70000")).rtpAddress()).isEmpty();
  }

  @Test
  void a_new_direction_replaces_the_old_one() {
    assertThat(parse(TEXT + "a=recvonly\r\n").withFlow(Flow.INACTIVE).text())
        .endsWith("m=audio 4000 RTP/AVP 0\r\na=ptime:20\r\na=inactive\r\n");
  }

  @Test
  void the_first_description_of_a_leg_goes_out_as_it_came_and_later_ones_under_its_origin() {
    SdpStamp stamp = new SdpStamp();
    String other = TEXT.replace("o=bob 18446744073709551615 7", "o=eve 5 1").replace("4000", "5");

    assertThat(stamp.apply(TEXT)).isEqualTo(TEXT);
    assertThat(stamp.apply(TEXT)).isEqualTo(TEXT);
    assertThat(stamp.apply(other))
        .contains("o=bob 18446744073709551615 8 IN IP4 192.0.2.1\r\n", "m=audio 5 ");
    assertThat(stamp.apply(other)).contains("18446744073709551615 8 ");
    assertThat(stamp.apply("no description")).isEqualTo("no description");
  }

  @Property
  void a_flow_reversed_twice_is_itself(@ForAll Flow flow) {
    assertThat(flow.reversed().reversed()).isEqualTo(flow);
  }

  @Property
  void both_allow_no_more_than_either(@ForAll Flow one, @ForAll Flow two) {
    assertThat(one.and(two)).isEqualTo(two.and(one));
    assertThat(one.and(two).and(one)).isEqualTo(one.and(two));
    assertThat(one.and(Flow.SENDRECV)).isEqualTo(one);
  }

  @Property
  void any_text_is_read_or_refused(@ForAll String text) {
    Sdp.parse("v=0\n" + text).ifPresent(sdp -> assertThat(Sdp.parse(sdp.text())).contains(sdp));
  }
}
