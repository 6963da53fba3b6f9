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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIdentityTest {

  private static final char[] PASSWORD = "deskedge".toCharArray();

  @TempDir private Path directory;

  @Test
  void aMissingKeyStoreIsMadeForItsOwnerAloneAndKept() throws Exception {
    Path file = directory.resolve("etc/deskedge.p12");

    TlsIdentity made = TlsIdentity.loadOrCreate(file, PASSWORD);
    TlsIdentity loaded = TlsIdentity.loadOrCreate(file, PASSWORD);

    assertThat(loaded.chain()).isEqualTo(made.chain());
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    made.chain().get(0).verify(made.chain().get(0).getPublicKey());
  }

  @Test
  void partsThatStartTogetherAgreeOnOneIdentity() throws Exception {
    Path file = directory.resolve("deskedge.p12");
    int parts = 4;
    CyclicBarrier start = new CyclicBarrier(parts);
    ExecutorService threads = Executors.newFixedThreadPool(parts);
    try {
      Callable<TlsIdentity> part =
          () -> {
            start.await();
            return TlsIdentity.loadOrCreate(file, PASSWORD);
          };
      Set<Object> identities = new HashSet<>();
      for (Future<TlsIdentity> identity : threads.invokeAll(Collections.nCopies(parts, part))) {
        identities.add(identity.get().chain());
      }

      assertThat(identities).hasSize(1);
      assertThat(directory).isDirectoryNotContaining("glob:**.new");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWrongPasswordIsAnError() throws Exception {
    Path file = directory.resolve("deskedge.p12");
    TlsIdentity.loadOrCreate(file, PASSWORD);

    assertThatThrownBy(() -> TlsIdentity.loadOrCreate(file, "wrong".toCharArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFileThatIsNoKeyStoreIsAnErrorAndStaysAsItIs() throws Exception {
    Path file = directory.resolve("deskedge.p12");
    Files.writeString(file, "not a key store");

    assertThatThrownBy(() -> TlsIdentity.loadOrCreate(file, PASSWORD))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("not a key store");
  }
}
