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
package org.deskedge.tls;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes files that hold secrets: readable and writable by their owner only. */
public final class PrivateFile {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /**
   * Makes a file unless it is there. Safe against others, in this process or another, that do the
   * same at the same time: one of them makes it, and nobody ever sees a part of it.
   *
   * @param content what a new file holds
   * @return whether this call made it; if not, the file is as somebody else left it
   * @throws IOException if it cannot be written
   */
  public static boolean create(Path file, byte[] content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path whole = Files.createTempFile(directory, "." + file.getFileName(), ".new", OWNER_ONLY);
    try {
      Files.write(whole, content);
      // A link and not a rename: a rename would replace the file of whoever was faster.
      Files.createLink(file, whole);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.delete(whole);
    }
  }
}
