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
package org.deskedge.agent.internal.command;

import picocli.CommandLine.Option;

/** How much is logged. */
final class LogOptions {

  /** Levels by name. */
  enum Level {
    error,
    warn,
    info,
    debug
  }

  @Option(
      names = "--log-level",
      defaultValue = "info",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. The log goes to stderr.")
  private Level level;

  /** Takes effect for loggers made later, so it must come before the first of them. */
  void apply() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level.name());
  }
}
