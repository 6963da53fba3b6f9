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
package org.deskedge.testbed.process;

import java.nio.file.Path;

/** Programs of the test bed's own, run on one of its machines by the Java runtime of this one. */
public final class JavaProgram {

  private JavaProgram() {}

  /** The command that runs a class of the test bed's own class path. */
  public static Command of(Class<?> program, String... arguments) {
    return of(System.getProperty("java.class.path"), program, arguments);
  }

  /** The same with another class path: for users who may not read the test bed's own. */
  public static Command of(String classPath, Class<?> program, String... arguments) {
    return Command.of(arguments)
        .through(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            program.getName());
  }
}
