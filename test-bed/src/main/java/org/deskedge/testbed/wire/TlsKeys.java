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
package org.deskedge.testbed.wire;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.deskedge.testbed.process.TestBedException;

/**
 * The TLS keys of a Java program under test, so that what it sends can be looked into. A Java agent
 * in that program writes each connection's secrets, in the format of NSS, to a file.
 */
public final class TlsKeys {
  private static final String AGENT = "extract-tls-secrets";

  private TlsKeys() {}

  /**
   * The option for the program's command line ({@code JAVA_OPTS} or {@code EXTRA_JAVA_OPTS} of
   * Karaf).
   *
   * @param keyLog file the agent appends to; anybody who can read it can decrypt the connections
   * @throws TestBedException if the agent is not on this program's class path
   */
  public static String option(Path keyLog) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.getFileName() != null)
        .filter(jar -> jar.getFileName().toString().startsWith(AGENT) && Files.isRegularFile(jar))
        .findFirst()
        .map(jar -> "-javaagent:" + jar.toAbsolutePath() + "=" + keyLog.toAbsolutePath())
        .orElseThrow(() -> new TestBedException(AGENT + " is not on the class path"));
  }
}
