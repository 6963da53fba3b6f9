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
package org.deskedge.agent.internal.proxyinfo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Saves what an edge said of itself, for the agent in the session. The file is whole at any time,
 * and readable by its owner only:
 *
 * <pre>
 * address=192.0.2.1
 * port=5004
 * key=...
 * </pre>
 */
public final class ProxyInformationWriter {

  /** Longest key saved, in characters. */
  static final int MAX_KEY_LENGTH = 256;

  static final String KEY = "key=";

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

  private final Path file;
  private final Optional<UserPrincipal> owner;

  private ProxyInformationWriter(Path file, Optional<UserPrincipal> owner) {
    this.file = file;
    this.owner = owner;
  }

  /**
   * Creates the writer of a file that need not exist.
   *
   * @param owner user the file is given to; empty to keep it
   * @throws IOException if there is no such user
   */
  public static ProxyInformationWriter open(Path file, Optional<String> owner) throws IOException {
    if (owner.isEmpty()) {
      return new ProxyInformationWriter(file.toAbsolutePath(), Optional.empty());
    }
    try {
      UserPrincipal user =
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
      return new ProxyInformationWriter(file.toAbsolutePath(), Optional.of(user));
    } catch (UserPrincipalNotFoundException e) {
      throw new IOException("no user " + owner.get(), e);
    }
  }

  /**
   * Replaces the file.
   *
   * @throws IOException if it cannot be written, its owner may not be set, or the values are not
   *     printable
   */
  public synchronized void write(String address, int port, String key) throws IOException {
    if (!isKey(key) || !PRINTABLE.matcher(address).matches()) {
      throw new IOException("proxy information is not printable, or too long");
    }
    Path directory = file.getParent();
    Files.createDirectories(directory);
    Path next =
        Files.createTempFile(
            directory,
            ".proxy-information",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(
          next,
          ("address=" + address + "\nport=" + port + "\n" + KEY + key + "\n")
              .getBytes(StandardCharsets.UTF_8));
      if (owner.isPresent()) {
        Files.setOwner(next, owner.get());
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  static boolean isKey(String key) {
    return key.length() <= MAX_KEY_LENGTH && PRINTABLE.matcher(key).matches();
  }
}
