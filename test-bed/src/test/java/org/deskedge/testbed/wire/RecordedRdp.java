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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What stock xfreerdp 2.11.7 and stock xrdp 0.9.21 said to each other inside TLS, through a proxy
 * with voice channels of its own: one line for each piece, with who said it.
 */
final class RecordedRdp {
  /** Client and proxy, with the first second of voice. */
  static final String CLIENT_LEG = "rdp-client-leg.txt";

  /** Proxy and server of the same session: no voice. */
  static final String SERVER_LEG = "rdp-server-leg.txt";

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Piece(boolean client, byte[] bytes) {}

  private RecordedRdp() {}

  static List<Piece> pieces(String leg) {
    try (InputStream in = RecordedRdp.class.getResourceAsStream(leg)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> new Piece(line.charAt(0) == 'C', HexFormat.of().parseHex(line.substring(2))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
