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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
  @TempDir Path directory;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    short[] samples = SyntheticSpeech.seconds(1, 3);
    Wav.write(file(), samples);

    assertThat(Wav.read(file())).isEqualTo(samples);
  }

  @Test
  void aRecordingThatWasCutOffGivesWhatIsThere() throws IOException {
    short[] samples = SyntheticSpeech.seconds(1, 3);
    Wav.write(file(), samples);
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, 44 + 2000));

    assertThat(Wav.read(file())).isEqualTo(Arrays.copyOf(samples, 1000));
  }

  @Test
  void aFileCutOffInItsHeaderIsRefusedAtEveryLength() throws IOException {
    Wav.write(file(), new short[4]);
    byte[] bytes = Files.readAllBytes(file());
    for (int length = 0; length < 44; length++) {
      Files.write(file(), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Wav.read(file())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anotherRateIsRefused() throws IOException {
    Wav.write(file(), new short[4]);
    byte[] bytes = Files.readAllBytes(file());
    bytes[24] = 0x44;
    Files.write(file(), bytes);

    assertThatThrownBy(() -> Wav.read(file())).hasMessageContaining("8000 Hz");
  }

  private Path file() {
    return directory.resolve("sound.wav");
  }
}
