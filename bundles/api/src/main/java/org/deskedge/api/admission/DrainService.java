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
package org.deskedge.api.admission;

/**
 * Takes the edge out of service and back. While it drains it refuses new sessions and new calls and
 * lets those it has come to their end. Not kept across a restart. Safe for use by any thread.
 */
public interface DrainService {

  /** Returns what the edge takes on now. */
  AdmissionStatus status();

  /**
   * Begins or ends draining; does nothing where that is so already.
   *
   * @param on whether new sessions and calls are to be refused
   * @return what the edge takes on from now
   */
  AdmissionStatus drain(boolean on);
}
