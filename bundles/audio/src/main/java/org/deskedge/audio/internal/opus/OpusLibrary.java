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
package org.deskedge.audio.internal.opus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native library that came with the bundle: built for Linux with glibc, x86-64 and
 * aarch64. In an OSGi framework the bundle's manifest names it; elsewhere it is unpacked into a
 * temporary file that is gone as soon as it is loaded.
 */
final class OpusLibrary {

  private static final String NAME = "jnopus";
  private static final boolean LOADED = load();

  private OpusLibrary() {}

  static boolean isLoaded() {
    return LOADED;
  }

  private static boolean load() {
    Logger log = LoggerFactory.getLogger(OpusLibrary.class);
    Optional<String> failure = failureOfLoading();
    failure.ifPresent(
        reason -> log.warn("No Opus on this machine, calls use other codecs: {}", reason));
    return failure.isEmpty();
  }

  private static Optional<String> failureOfLoading() {
    try {
      try {
        System.loadLibrary(NAME);
      } catch (UnsatisfiedLinkError notNamedByAManifest) {
        loadUnpacked();
      }
      probe();
      return Optional.empty();
    } catch (IOException | LinkageError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static void loadUnpacked() throws IOException {
    String resource = folder() + "/" + System.mapLibraryName(NAME);
    try (InputStream in = OpusLibrary.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new UnsatisfiedLinkError("there is no " + resource);
      }
      Path file = Files.createTempFile(NAME, ".so");
      try {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        System.load(file.toString());
      } finally {
        Files.delete(file);
      }
    }
  }

  private static String folder() {
    String processor = System.getProperty("os.arch");
    return "linux-" + (processor.equals("amd64") ? "x86-64" : processor);
  }

  /** Calls one function: another library of the same name would not have it. */
  private static void probe() {
    Opus.decoder_destroy(Opus.decoder_create(OpusCodec.SAMPLE_RATE, 1));
  }
}
