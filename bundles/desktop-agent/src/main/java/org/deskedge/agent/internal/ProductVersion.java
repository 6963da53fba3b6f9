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
package org.deskedge.agent.internal;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Name and version of the program, from its manifest. */
public final class ProductVersion implements IVersionProvider {

  /** Returns name and version, {@code development} where there is no manifest. */
  public static String text() {
    return "deskedge-desktop-agent/"
        + Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
            .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
