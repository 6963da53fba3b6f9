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
package org.deskedge.testbed.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WanVoiceIT {
  private static final int PORT = 3389;

  @TempDir Path directory;

  @Test
  void voiceInsideTlsOfAJavaProgramIsCounted() throws Exception {
    Path capture = replay(RecordedRdp.CLIENT_LEG);
    WanVoice voice = WanVoice.count(capture, directory.resolve("keys"), PORT);

    assertThat(voice.channels()).isEqualTo(Map.of("AUDIO_INPUT", 240, "AUDIO_PLAYBACK_DVC", 10));
    assertThat(voice.rdpAudio()).isEqualTo(250);
    assertThat(voice.rtp()).isZero();
    assertThat(voice.packets()).isEqualTo(250);
  }

  @Test
  void aSessionWithoutVoiceCountsNoneButItsPdus() throws Exception {
    Path capture = replay(RecordedRdp.SERVER_LEG);
    WanVoice voice = WanVoice.count(capture, directory.resolve("keys"), PORT);

    assertThat(voice.packets()).isZero();
    assertThat(voice.rdpPdus()).isGreaterThan(50);
  }

  @Test
  void withoutTheKeysThereIsNoCountAtAll() throws Exception {
    Path capture = replay(RecordedRdp.CLIENT_LEG);
    Path empty = Files.createFile(directory.resolve("no-keys"));

    assertThatThrownBy(() -> WanVoice.count(capture, empty, PORT))
        .isInstanceOf(TestBedException.class)
        .hasMessageContaining("decrypted 0 of");
  }

  private Path replay(String leg) throws Exception {
    Path store = directory.resolve("store.p12");
    Command.of(
            "keytool",
            "-genkeypair",
            "-alias",
            "replay",
            "-keyalg",
            "EC",
            "-dname",
            "CN=replay",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(TlsReplay.PASSWORD))
        .run();
    try (StateDirectory state = StateDirectory.open(directory.resolve("state"));
        Namespace namespace = Namespace.create("measure-tls", state);
        PacketCapture capture = PacketCapture.start("lo", namespace, "lo", state)) {
      namespace.run(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          TlsKeys.option(directory.resolve("keys")),
          "-cp",
          System.getProperty("java.class.path"),
          TlsReplay.class.getName(),
          leg,
          store.toString(),
          Integer.toString(PORT));
      capture.stop();
      return capture.file();
    }
  }
}
