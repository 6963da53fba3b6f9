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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the one-time key from the file {@link ProxyInformationWriter} writes. Not safe for use by
 * several threads.
 */
public final class ProxyInformationReader {

  /** Most bytes read of the file. */
  static final int MAX_BYTES = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ProxyInformationReader.class);

  private final Path file;
  private Optional<FileTime> read = Optional.empty();

  /** Creates the reader of a file that need not exist. */
  public ProxyInformationReader(Path file) {
    this.file = file;
  }

  /** Returns whether the file is there and was written since the last {@link #readKey}. */
  public boolean changed() {
    Optional<FileTime> now = modified();
    return now.isPresent() && !now.equals(read);
  }

  /** Returns the key; empty if there is no file, or no key in it. */
  public Optional<String> readKey() {
    read = modified();
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> line.startsWith(ProxyInformationWriter.KEY))
          .map(line -> line.substring(ProxyInformationWriter.KEY.length()).strip())
          .filter(ProxyInformationWriter::isKey)
          .findFirst();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("cannot read proxy information: {}; going on without a key", e.toString());
      return Optional.empty();
    }
  }

  private Optional<FileTime> modified() {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
