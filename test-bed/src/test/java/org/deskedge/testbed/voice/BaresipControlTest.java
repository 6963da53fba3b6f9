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
package org.deskedge.testbed.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.deskedge.testbed.process.TestBedException;
import org.junit.jupiter.api.Test;

class BaresipControlTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Test
  void netstringsAreReadAsWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Netstring.encode("{\"a\":1}"));
    out.writeBytes(Netstring.encode(""));
    out.writeBytes(Netstring.encode("gr\u00fc\u00df,3:x"));
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

    assertThat(Netstring.read(in)).isEqualTo("{\"a\":1}");
    assertThat(Netstring.read(in)).isEmpty();
    assertThat(Netstring.read(in)).isEqualTo("gr\u00fc\u00df,3:x");
    assertThat(Netstring.read(in)).isNull();
  }

  @Test
  void everyPrefixOfANetstringFailsCleanly() {
    byte[] whole = Netstring.encode("{\"event\":true}");
    for (int length = 1; length < whole.length; length++) {
      ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Netstring.read(in)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsNoNetstringIsRefused() {
    for (String bad : new String[] {":,", "x", "2:abc,", "99999999999:", "-1:,"}) {
      ByteArrayInputStream in = new ByteArrayInputStream(bad.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> Netstring.read(in)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anAnswerAndAnEventAreToldApart() throws IOException {
    try (PipedOutputStream phone = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(phone)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BaresipControl control = new BaresipControl("phone", in, out, () -> {});
      phone.write(Netstring.encode("{\"event\":true,\"type\":\"CALL_RINGING\"}"));
      phone.write(
          Netstring.encode(
              "{\"event\":true,\"type\":\"CALL_ESTABLISHED\",\"param\":\"sip:bob@10.0.0.1\"}"));
      phone.write(
          Netstring.encode("{\"response\":true,\"ok\":true,\"data\":\"d\",\"token\":\"t0\"}"));
      phone.write(
          Netstring.encode("{\"response\":true,\"ok\":false,\"data\":\"no\",\"token\":\"t1\"}"));
      phone.flush();

      assertThat(control.command("dial", "sip:bob@10.0.0.1")).isEqualTo("d");
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"command\":\"dial\"");
      assertThatThrownBy(() -> control.command("hangup", "")).hasMessageContaining("no");
      assertThat(control.await(PhoneEvent.ESTABLISHED, LIMIT).detail())
          .isEqualTo("sip:bob@10.0.0.1");
      assertThatThrownBy(() -> control.await(PhoneEvent.RINGING, Duration.ZERO))
          .isInstanceOf(TestBedException.class);
    }
  }

  @Test
  void whoWaitsForAPhoneThatEndsIsTold() {
    BaresipControl control =
        new BaresipControl(
            "phone", new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), () -> {});

    assertThatThrownBy(() -> control.await(PhoneEvent.CLOSED, LIMIT))
        .hasMessageContaining("phone ended before CALL_CLOSED");
  }

  @Test
  void anOutboundProxyIsInTheAccountAndNowhereElse() {
    BaresipSettings settings =
        new BaresipSettings(
            "softphone",
            "10.20.0.10",
            5060,
            PhoneCodec.PCMA,
            Path.of("/s.wav"),
            BaresipSettings.Answering.AUTO,
            Optional.of("sip:127.0.0.1:5070"));

    assertThat(settings.accounts())
        .isEqualTo(
            "<sip:softphone@10.20.0.10>;regint=0;answermode=auto;audio_codecs=PCMA/8000/1"
                + ";outbound=\"sip:127.0.0.1:5070\"\n");
    assertThat(settings.config(Path.of("/f"))).doesNotContain("5070");
  }
}
