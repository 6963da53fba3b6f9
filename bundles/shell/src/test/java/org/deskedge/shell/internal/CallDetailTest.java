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

import java.util.Optional;
import org.deskedge.api.media.MediaStatistics;
import org.junit.jupiter.api.Test;

class CallDetailTest {

  @Test
  void showsEveryFigureOfEachLeg() {
    assertThat(printed(Optional.of(Samples.media())))
        .isEqualTo(
            """
            Call s-7/c-3
              State          ACTIVE, OUTGOING, SENDRECV
              Local party    sip:alice@branch.example
              Remote party   -
              Age            0:12:34
            Far end
              Addresses      192.0.2.1:20002 here, 192.0.2.77:4000 there
              Protection     AES_CM_128_HMAC_SHA1_80
              Round trip     31.5 ms
            Received from the far end
              Codec          PCMA, 499 packets, 79840 bytes, 18 DTMF events
              Packets        11 lost, 12 reordered, 13 duplicate, 14 late
              Refused        15 of strangers, 16 malformed, 17 unauthenticated
              Jitter         1.3 ms
              Jitter buffer  depth 41.5 ms, target 40.0 ms, drift -12.5 ppm
              Played         280 ms concealed, 19 packets recovered by FEC, 2000 ms comfort noise
            Sent to the far end
              Codec          PCMU, 501 packets, 80160 bytes, 20 DTMF events
              Reported       6.3 % lost lately, 22 packets in all, jitter 2.5 ms; at \
            2026-03-01T09:26:40Z
              Its metrics    12.5 % lost, 25.0 % discarded, bursts of 240 ms with 50.0 %, gaps of \
            5000 ms with 3.1 %
                             round trip 33 ms, end system 65 ms, jitter buffer 60 ms (at most \
            120, ever 200)
                             signal -18 dBm0, noise -62 dBm0, echo return loss - dB
                             R 87, external R -, MOS-LQ 4.1, MOS-CQ 3.9
            Client, since its session began
              Frames         601 played, 21 skipped; 96160 samples captured
              Playout        39 ms
            Quality
              At the client  delay 96.3 ms, R 91.5, MOS 4.38
              At the far end delay 120.5 ms, R 88.5, MOS 4.28
            """);
  }

  @Test
  void showsWhatIsNotKnownAsADash() {
    assertThat(printed(Optional.of(Samples.freshMedia())).lines())
        .contains(
            "  Addresses      192.0.2.1:20000 here, - there",
            "  Protection     none",
            "  Round trip     -",
            "  Jitter         -",
            "  Jitter buffer  depth -, target -, drift - ppm",
            "  Reported       -",
            "  Playout        -",
            "  At the client  delay -, R -, MOS -",
            "  At the far end delay -, R -, MOS -");
  }

  @Test
  void saysThatACallHasNoMediaYet() {
    assertThat(printed(Optional.empty()))
        .endsWith("  Media          none: no RTP port is reserved\n");
  }

  private static String printed(Optional<MediaStatistics> media) {
    return Samples.printed(out -> new CallDetail(Samples.call(media)).print(out, Samples.NOW));
  }
}
