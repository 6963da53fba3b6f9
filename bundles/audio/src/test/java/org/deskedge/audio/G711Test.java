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
package org.deskedge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

  @ParameterizedTest
  @CsvSource({
    // Ends of the range, zero and the ends of segments, from the tables of the recommendation.
    "PCMU, 0, 255, 0",
    "PCMU, -1, 127, 0",
    "PCMU, 124, 239, 132",
    "PCMU, 32767, 128, 32124",
    "PCMU, -32768, 0, -32124",
    "PCMA, 0, 213, 8",
    "PCMA, -1, 85, -8",
    "PCMA, 256, 197, 264",
    "PCMA, 32767, 170, 32256",
    "PCMA, -32768, 42, -32256",
  })
  void valuesAreThoseOfTheRecommendation(G711 law, short sample, int code, short decoded) {
    byte[] payload = new byte[1];
    short[] back = new short[1];

    assertThat(law.encode(new short[] {sample}, 0, 1, payload, 0)).isEqualTo(1);
    assertThat(payload[0] & 0xff).isEqualTo(code);
    assertThat(law.decode(payload, 0, 1, back, 0)).isEqualTo(1);
    assertThat(back[0]).isEqualTo(decoded);
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeSurvivesDecodingAndEncoding(G711 law) {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    short[] samples = new short[256];
    byte[] again = new byte[256];
    law.decode(codes, 0, 256, samples, 0);
    law.encode(samples, 0, 256, again, 0);

    if (law == G711.PCMU) {
      // Mu-law has a negative zero, which linear samples have not.
      codes[0x7f] = (byte) 0xff;
    }
    assertThat(again).isEqualTo(codes);
  }

  @ParameterizedTest
  @EnumSource
  void theErrorOfEverySampleIsWithinHalfAStepOfItsSegment(G711 law) {
    for (int sample = -32_000; sample <= 32_000; sample++) {
      int decoded = law.expand(law.compress(sample) & 0xff);
      int allowed = Math.max(16, Math.abs(sample) / 32 + 5);
      assertThat(Math.abs(decoded - sample))
          .as("%s of %d", law, sample)
          .isLessThanOrEqualTo(allowed);
    }
  }

  @Test
  void onlyThePieceAskedForIsWritten() {
    byte[] payload = {1, 1, 1, 1};
    short[] samples = {7, 7, 7, 7};

    assertThat(G711.PCMA.encode(new short[] {9, 0, 0, 9}, 1, 2, payload, 1)).isEqualTo(2);
    assertThat(payload).containsExactly(1, 0xd5, 0xd5, 1);
    assertThat(G711.PCMA.decode(payload, 1, 2, samples, 2)).isEqualTo(2);
    assertThat(samples).containsExactly((short) 7, (short) 7, (short) 8, (short) 8);
  }

  @Test
  void arraysThatAreTooShortAreRefused() {
    assertThatThrownBy(() -> G711.PCMU.encode(new short[4], 0, 4, new byte[4], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> G711.PCMU.decode(new byte[4], 1, 4, new short[4], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void lawsAreFoundByTheirNames() {
    assertThat(SpeechCodecs.named("pcma")).contains(G711.PCMA);
    assertThat(SpeechCodecs.named("PCMU")).contains(G711.PCMU);
    assertThat(SpeechCodecs.named("speex")).isEmpty();
    assertThat(G711.PCMA.encodingName()).isEqualTo("PCMA");
    assertThat(G711.PCMA.sampleRate()).isEqualTo(8000);
  }
}
