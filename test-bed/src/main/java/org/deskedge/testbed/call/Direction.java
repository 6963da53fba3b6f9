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
package org.deskedge.testbed.call;

import java.util.Locale;
import org.deskedge.testbed.voice.G711;

/** Who calls whom. Each has a codec of its own, so that a demo shows both. */
public enum Direction {
  /** The desktop calls the far end. */
  OUTGOING(G711.PCMU),
  /** The far end calls the desktop. */
  INCOMING(G711.PCMA);

  private final G711 codec;

  Direction(G711 codec) {
    this.codec = codec;
  }

  /** The codec its telephones speak. */
  public G711 codec() {
    return codec;
  }

  /** Its name in reports and of files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
