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
package org.deskedge.fuzzing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.deskedge.fuzzing.decoder.RdpTarget;
import org.deskedge.fuzzing.decoder.RtcpTarget;
import org.deskedge.fuzzing.decoder.RtpTarget;
import org.deskedge.fuzzing.decoder.SdpTarget;
import org.deskedge.fuzzing.decoder.VoiceTarget;
import org.deskedge.fuzzing.decoder.VoipTarget;

/** What can be fuzzed, with the inputs to begin from: packets of real peers. */
enum Target {
  RTP(RtpTarget.class),
  RTCP(RtcpTarget.class),
  SDP(SdpTarget.class),
  VOICE(VoiceTarget.class),
  VOIP(VoipTarget.class),
  RDP(RdpTarget.class);

  private static final String SEPARATOR = "--\n";

  private final Class<?> entry;

  Target(Class<?> entry) {
    this.entry = entry;
  }

  /** The class with Jazzer's entry point. */
  Class<?> entry() {
    return entry;
  }

  /**
   * The inputs to begin from: a line of hex each, or, for text, parted by lines of {@code --}.
   *
   * @throws IOException if they cannot be read
   */
  List<byte[]> seeds() throws IOException {
    String name = "seeds/" + name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = Target.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (this == SDP) {
        return Arrays.stream(text.split(SEPARATOR, -1))
            .map(each -> each.getBytes(StandardCharsets.UTF_8))
            .toList();
      }
      return text.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(HexFormat.of()::parseHex)
          .toList();
    }
  }
}
