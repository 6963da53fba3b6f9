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
package org.deskedge.onos.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onosproject.store.service.Serializer;

/**
 * Where policies and edges are while the app is deactivated: in a file in the folder that ONOS
 * keeps the app in. When the app is uninstalled none of its code runs any more, but ONOS removes
 * that folder, and so leaves nothing. Readable for ONOS alone, since edges' tokens are in it.
 */
final class ParkedConfig {

  /** ONOS runs in its Karaf's folder, and keeps the apps beside it. */
  private static final Path FOLDER = Path.of("..", "apps", App.NAME);

  private final Path file;
  private final Serializer serializer;

  ParkedConfig(Path folder, Serializer serializer) {
    this.file = folder.resolve("parked");
    this.serializer = serializer;
  }

  static ParkedConfig inOnos(Serializer serializer) {
    return new ParkedConfig(FOLDER, serializer);
  }

  /** What was parked. */
  static final class Content {

    final Index index;
    final Map<String, Object> contents;

    Content(Index index, Map<String, Object> contents) {
      this.index = index;
      this.contents = contents;
    }
  }

  boolean isThere() {
    return Files.exists(file);
  }

  /** Writes the file, wholly or not at all; without the folder the app has been uninstalled. */
  void write(Content content) {
    if (!Files.isDirectory(file.getParent())) {
      return;
    }
    List<Object> values = new ArrayList<>();
    values.add(content.index);
    content.contents.forEach(
        (key, value) -> {
          values.add(key);
          values.add(value);
        });
    Path part = file.resolveSibling("parked.part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(part, serializer.encode(values));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("policies and edges cannot be kept in " + file, e);
    }
  }

  /** Reads the file. */
  Content read() {
    try {
      List<Object> values = serializer.decode(Files.readAllBytes(file));
      Map<String, Object> contents = new HashMap<>();
      for (int i = 1; i < values.size(); i += 2) {
        contents.put((String) values.get(i), values.get(i + 1));
      }
      return new Content((Index) values.get(0), contents);
    } catch (IOException e) {
      throw new UncheckedIOException("policies and edges cannot be read from " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
