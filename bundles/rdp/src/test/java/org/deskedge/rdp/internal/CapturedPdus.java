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
package org.deskedge.rdp.internal;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Properties;

/** Bytes real peers sent, from the captured.properties beside a test. */
public final class CapturedPdus {

  private final Properties hex = new Properties();

  /** Loads those of the test's package. */
  public CapturedPdus(Class<?> test) {
    try (InputStream in = test.getResourceAsStream("captured.properties")) {
      hex.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of a PDU, amid others that are not its own. */
  public ByteBuf get(String name) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex.getProperty(name)));
  }
}
