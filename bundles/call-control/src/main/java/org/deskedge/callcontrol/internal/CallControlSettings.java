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
package org.deskedge.callcontrol.internal;

import java.util.Map;
import org.deskedge.api.config.Settings;

/**
 * The configuration of call control.
 *
 * @param callsPerSession most calls of one session at once, 1 to 64
 * @param callsLimit most calls of this edge at once, 1 to 100000
 * @param helloTimeoutMillis longest time to the agent's HELLO, 100 to 60000 ms
 */
record CallControlSettings(int callsPerSession, int callsLimit, int helloTimeoutMillis) {

  /** Names the configuration file in {@code etc/}. */
  static final String PID = "org.deskedge.call.control";

  static final String CALLS_PER_SESSION = "calls.per.session";
  static final int CALLS_PER_SESSION_DEFAULT = 4;
  static final String CALLS_LIMIT = "calls.limit";
  static final int CALLS_LIMIT_DEFAULT = 500;
  static final String HELLO_TIMEOUT = "hello.timeout";
  static final int HELLO_TIMEOUT_DEFAULT = 5_000;

  /**
   * Reads the configuration.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming everything that is wrong
   */
  static CallControlSettings read(Map<String, Object> properties) {
    Settings settings = new Settings(properties, PID);
    CallControlSettings values =
        new CallControlSettings(
            settings.integer(CALLS_PER_SESSION, CALLS_PER_SESSION_DEFAULT, 1, 64),
            settings.integer(CALLS_LIMIT, CALLS_LIMIT_DEFAULT, 1, 100_000),
            settings.integer(HELLO_TIMEOUT, HELLO_TIMEOUT_DEFAULT, 100, 60_000));
    settings.check();
    return values;
  }
}
