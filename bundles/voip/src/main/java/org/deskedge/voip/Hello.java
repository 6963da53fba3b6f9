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
package org.deskedge.voip;

import java.util.Optional;

/**
 * Begins the control channel: the agent says it first, the edge answers with its own.
 *
 * @param version greatest version of the protocol the sender speaks, 1 to 65535; the lower of both
 *     sides' is spoken
 * @param product name and version of the sender's program, for logs; 1 to 128 bytes, one line
 * @param key one-time key of the proxy information, where the agent has it; 1 to 256 bytes, one
 *     line
 * @param heartbeatMillis how often the sender will send HEARTBEAT, in milliseconds, 100 to 60000; 0
 *     if it sends none, as the edge
 */
public record Hello(int version, String product, Optional<String> key, int heartbeatMillis)
    implements VoipPdu {

  /** Shortest interval between heartbeats in milliseconds. */
  public static final int MIN_HEARTBEAT_MILLIS = 100;

  /** Longest interval between heartbeats in milliseconds. */
  public static final int MAX_HEARTBEAT_MILLIS = 60_000;

  /**
   * Makes a HELLO.
   *
   * @throws IllegalArgumentException if a value is beyond its limit
   */
  public Hello {
    Fields.range("version", version, 1, 0xFFFF);
    Fields.line("product", product, Fields.MAX_PRODUCT_BYTES);
    key.ifPresent(k -> Fields.line("key", k, Fields.MAX_KEY_BYTES));
    if (heartbeatMillis != 0) {
      Fields.range(
          "heartbeat interval", heartbeatMillis, MIN_HEARTBEAT_MILLIS, MAX_HEARTBEAT_MILLIS);
    }
  }

  /** Leaves the key out: it is a secret. */
  @Override
  public String toString() {
    return "Hello[version=%d, product=%s, key=%s, heartbeatMillis=%d]"
        .formatted(version, product, key.isPresent() ? "given" : "none", heartbeatMillis);
  }
}
