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
package org.deskedge.onos;

/** What was to be changed is no longer what the caller read. */
public final class VersionMismatchException extends DeskedgeException {

  private final long actual;

  /**
   * Names both versions.
   *
   * @param what for humans, such as {@code policy branch-1}
   * @param expected version the caller read; 0: was not to exist
   * @param actual version now; 0: does not exist
   */
  public VersionMismatchException(String what, long expected, long actual) {
    super(what + " has version " + actual + ", not " + expected + ": read it again");
    this.actual = actual;
  }

  /** The version now; 0: does not exist. */
  public long actual() {
    return actual;
  }
}
