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

import org.junit.jupiter.api.Test;

class G711Test {
  @Test
  void everyCodeWordSurvivesDecodingAndEncoding() {
    for (G711 codec : G711.values()) {
      for (int code = 0; code < 256; code++) {
        short sample = codec.decode((byte) code);
        assertThat(codec.decode(codec.encode(sample))).isEqualTo(sample);
      }
    }
  }

  @Test
  void knownCodeWordsMeanWhatTheRecommendationSays() {
    assertThat(G711.PCMU.decode((byte) 0xff)).isZero();
    assertThat(G711.PCMU.decode((byte) 0x80)).isEqualTo((short) 32124);
    assertThat(G711.PCMU.decode((byte) 0x00)).isEqualTo((short) -32124);
    assertThat(G711.PCMU.encode((short) 0)).isEqualTo((byte) 0xff);
    assertThat(G711.PCMA.decode((byte) 0xd5)).isEqualTo((short) 8);
    assertThat(G711.PCMA.decode((byte) 0x55)).isEqualTo((short) -8);
    assertThat(G711.PCMA.decode((byte) 0xaa)).isEqualTo((short) 32256);
    assertThat(G711.PCMA.encode((short) 0)).isEqualTo((byte) 0xd5);
  }

  @Test
  void theErrorOfEverySampleIsWithinHalfAStep() {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      for (G711 codec : G711.values()) {
        int error = Math.abs(codec.decode(codec.encode((short) sample)) - sample);
        assertThat(error).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 31 + 4));
      }
    }
  }

  @Test
  void otherPayloadTypesAreRefused() {
    assertThat(G711.ofPayloadType(8)).isEqualTo(G711.PCMA);
    assertThatThrownBy(() -> G711.ofPayloadType(9)).isInstanceOf(IllegalArgumentException.class);
  }
}
