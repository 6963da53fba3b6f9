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
package org.deskedge.management.internal.http;

import io.netty.handler.codec.http.HttpMethod;
import java.util.Map;

/** Something with a path that can be asked for, and perhaps changed. Safe for use by any thread. */
public interface Resource {

  /** Path below the server's base path, such as {@code /health}. */
  String path();

  /** What it does, by method; other methods are not allowed. */
  Map<HttpMethod, Operation> operations();

  /** Media type of the bodies its operations take. */
  default String consumes() {
    return "application/json";
  }
}
