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
package org.deskedge.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void ipv6AddressesStandInBrackets() throws UnknownHostException {
    InetAddress v6 = InetAddress.getByName("2001:db8::1");

    assertThat(Cells.address(new InetSocketAddress(v6, 3389)))
        .isEqualTo("[2001:db8:0:0:0:0:0:1]:3389");
  }

  @Test
  void unresolvedNamesArePrintedAsTheyAre() {
    assertThat(Cells.address(InetSocketAddress.createUnresolved("desk.example", 3389)))
        .isEqualTo("desk.example:3389");
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertThat(Cells.text(Optional.empty())).isEqualTo("-");
    assertThat(Cells.text(Optional.of(""))).isEqualTo("-");
    assertThat(Cells.address(Optional.empty())).isEqualTo("-");
    assertThat(Cells.number(OptionalInt.empty())).isEqualTo("-");
    assertThat(Cells.number(OptionalDouble.empty())).isEqualTo("-");
  }

  @Test
  void escapeSequencesOfAPeerDoNotReachTheTerminal() {
    assertThat(Cells.text(Optional.of("eve\u001b[2J\u009b1m\r\n\u202e")))
        .isEqualTo("eve?[2J?1m???");
  }

  @Test
  void longTextsAreCut() {
    String text = Cells.text(Optional.of("x".repeat(Cells.MAX_TEXT + 1)));

    assertThat(text).isEqualTo("x".repeat(Cells.MAX_TEXT) + "…");
  }

  @Test
  void textsThatJustFitAreNotCut() {
    String text = "😀".repeat(Cells.MAX_TEXT);

    assertThat(Cells.text(Optional.of(text))).isEqualTo(text);
  }

  @Property
  void anyTextIsShortAndPrintable(@ForAll String text) {
    String cell = Cells.text(Optional.of(text));

    assertThat(cell.codePointCount(0, cell.length())).isBetween(1, Cells.MAX_TEXT + 1);
    assertThat(cell.codePoints()).noneMatch(Character::isISOControl);
  }

  @Test
  void ageCountsHoursMinutesAndSeconds() {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");

    assertThat(Cells.age(now.minusSeconds(100 * 3600 + 61), now)).isEqualTo("100:01:01");
    assertThat(Cells.age(now.plusSeconds(5), now)).isEqualTo("0:00:00");
  }
}
