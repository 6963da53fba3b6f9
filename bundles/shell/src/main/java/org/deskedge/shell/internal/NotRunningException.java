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
package org.deskedge.shell.internal;

/** A part of the edge that a command asks is not running; the message says where to look. */
final class NotRunningException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NotRunningException(String part, String configuration) {
    super(
        "the %s is not running: look for its error in data/log/deskedge.log, and check %s"
            .formatted(part, configuration));
  }

  static NotRunningException management() {
    return new NotRunningException("management part", "etc/org.deskedge.management.cfg");
  }
}
