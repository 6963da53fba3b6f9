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
package org.deskedge.agent.internal.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.message.Request;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deskedge.agent.internal.dtmf.DigitWays.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  private static Request info(String subtype, String body)
      throws PeerUnavailableException, ParseException {
    SipFactory factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    Request request = factory.createMessageFactory().createRequest("");
    request.setContent(
        body.getBytes(StandardCharsets.UTF_8),
        factory.createHeaderFactory().createContentTypeHeader("application", subtype));
    return request;
  }

  private static Optional<Digit> read(String subtype, String body) throws Exception {
    Request request = info(subtype, body);
    assertThat(InfoDigits.isCarriedBy(request)).isTrue();
    return InfoDigits.read(request);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "*, 10", "#, 11", "A, 12", "d, 15", "!, 16", "10, 10", "11, 11", "16, 16"})
  void both_forms_of_info_are_read(String signal, int event) throws Exception {
    assertThat(read("dtmf-relay", "Signal=" + signal + "\r\nDuration=250\r\n"))
        .contains(new Digit(event, 250));
    assertThat(read("dtmf-relay", "signal= " + signal + " \nduration =\t250"))
        .contains(new Digit(event, 250));
    assertThat(read("DTMF", signal + "\r\n")).contains(new Digit(event, 160));
    assertThat(read("dtmf", "Signal=" + signal)).contains(new Digit(event, 160));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Signal=", "Signal=55", "Signal=x", "Signal=17", "Duration=100", " ", "é"})
  void what_is_no_digit_is_not_read(String body) throws Exception {
    assertThat(read("dtmf-relay", body)).isEmpty();
    assertThat(read("dtmf", body)).isEmpty();
  }

  @Test
  void durations_are_brought_into_their_range() throws Exception {
    assertThat(read("dtmf-relay", "Signal=1\r\nDuration=0")).contains(new Digit(1, 1));
    assertThat(read("dtmf-relay", "Signal=1\r\nDuration=999999")).contains(new Digit(1, 10_000));
    assertThat(read("dtmf-relay", "Signal=1\r\nDuration=-5")).contains(new Digit(1, 160));
  }

  @Test
  void other_bodies_carry_no_digit() throws Exception {
    assertThat(InfoDigits.isCarriedBy(info("media_control+xml", "<x/>"))).isFalse();
    assertThat(read("dtmf-relay", "Signal=1\r\n" + " ".repeat(300))).isEmpty();
  }

  @Test
  void every_prefix_of_a_body_is_read_or_refused() throws Exception {
    String body = "Signal=5\r\nDuration=160\r\n";
    for (int i = 1; i <= body.length(); i++) {
      Optional<Digit> digit = read("dtmf-relay", body.substring(0, i));
      assertThat(digit.isPresent()).as("%d characters", i).isEqualTo(i >= "Signal=5".length());
    }
  }

  @Property
  void a_written_digit_reads_the_same(
      @ForAll @IntRange(max = 16) int event, @ForAll @IntRange(min = 1, max = 10_000) int millis)
      throws Exception {
    Digit digit = new Digit(event, millis);

    assertThat(read(InfoDigits.SUBTYPE, InfoDigits.write(digit))).contains(digit);
  }

  @Test
  void digits_do_not_show_in_text() {
    assertThat(new Digit(7, 100).toString()).isEqualTo("Digit[for 100 ms]");
  }

  @Test
  void the_way_of_the_first_digit_is_taken_until_it_has_been_silent() {
    DigitWays ways = new DigitWays();
    long silence = TimeUnit.MILLISECONDS.toNanos(DigitWays.SILENCE_MILLIS);

    assertThat(ways.admit(Way.INFO, 100)).isTrue();
    assertThat(ways.admit(Way.RTP, 200)).isFalse();
    assertThat(ways.admit(Way.INFO, 300)).isTrue();
    assertThat(ways.admit(Way.RTP, 299 + silence)).isFalse();
    assertThat(ways.admit(Way.RTP, 300 + silence)).isTrue();
    assertThat(ways.admit(Way.INFO, 301 + silence)).isFalse();
  }
}
