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
package org.deskedge.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.testbed.process.TestBedException;

/**
 * What the build has made and the test bed runs.
 *
 * @param root of the source tree
 */
public record Artifacts(Path root) {

  /**
   * Finds the source tree that the working directory is in.
   *
   * @throws TestBedException if it is in none
   */
  public static Artifacts find() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("karaf-config/pom.xml"))) {
      root = root.getParent();
      if (root == null) {
        throw new TestBedException("not started in the source tree");
      }
    }
    return new Artifacts(root);
  }

  /**
   * The edge's distribution, a tar.gz.
   *
   * @throws TestBedException if it is not built
   */
  public Path edge() {
    return only(root.resolve("karaf-config/target"), "*.tar.gz");
  }

  /**
   * The desktop agent, a runnable jar.
   *
   * @throws TestBedException if it is not built
   */
  public Path agent() {
    return only(root.resolve("bundles/desktop-agent/target"), "*-all.jar");
  }

  /**
   * The controller's distribution, a tar.gz.
   *
   * @throws TestBedException if it is not built
   */
  public Path onos() {
    return only(root.resolve("test-bed/onos/runtime/target"), "*.tar.gz");
  }

  /**
   * The controller's Deskedge application, an .oar.
   *
   * @throws TestBedException if it is not built
   */
  public Path oar() {
    return only(root.resolve("onos-app/app/target"), "*.oar");
  }

  private static Path only(Path folder, String pattern) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
        files.forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + folder, e);
      }
    }
    if (found.size() != 1) {
      throw new TestBedException(
          "build first: " + found.size() + " instead of one " + folder.resolve(pattern));
    }
    return found.get(0);
  }
}
