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
package org.deskedge.testbed.controller;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An ONOS application that does nothing: an archive with a description and an empty feature. */
final class EmptyApplication {

  static final String NAME = "org.deskedge.test-bed.empty";

  private static final String DESCRIPTION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <app name="%s" origin="Deskedge" version="1.0.0" category="Utility" title="Empty"
           url="https://deskedge.org" features="empty"
           featuresRepo="mvn:org.deskedge/empty/1.0.0/xml/features">
        <description>Does nothing</description>
      </app>
      """;

  private static final String FEATURES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <features xmlns="http://karaf.apache.org/xmlns/features/v1.2.0" name="empty-1.0.0">
        <feature name="empty" version="1.0.0"/>
      </features>
      """;

  private EmptyApplication() {}

  static Path write(Path folder) throws IOException {
    Path oar = folder.resolve("empty.oar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(oar))) {
      entry(zip, "app.xml", DESCRIPTION.formatted(NAME));
      entry(zip, "m2/org/deskedge/empty/1.0.0/empty-1.0.0-features.xml", FEATURES);
    }
    return oar;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
