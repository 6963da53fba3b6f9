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
package org.deskedge.testbed.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the desktop stayed usable through the calls.
 *
 * @param usable whether every check held
 * @param screenshots file by moment: {@code before}, {@code in_call}, {@code after}
 * @param inputEchoMs from key press to its effect on the client's screen, by moment
 */
public record DesktopUnharmed(
    boolean usable, Map<String, String> screenshots, Map<String, Long> inputEchoMs) {

  /** Keeps the order of the moments. */
  public DesktopUnharmed {
    screenshots = Collections.unmodifiableMap(new LinkedHashMap<>(screenshots));
    inputEchoMs = Collections.unmodifiableMap(new LinkedHashMap<>(inputEchoMs));
  }
}
