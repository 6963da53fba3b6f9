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

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Says a recorded RDP conversation once more, through TLS of this Java between two threads. */
final class TlsReplay {
  static final char[] PASSWORD = "replay".toCharArray();

  private TlsReplay() {}

  /** Arguments: leg of {@link RecordedRdp}, key store, port. */
  public static void main(String[] arguments) throws Exception {
    List<RecordedRdp.Piece> pieces = RecordedRdp.pieces(arguments[0]);
    SSLContext context = context(Path.of(arguments[1]));
    int port = Integer.parseInt(arguments[2]);
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (SSLServerSocket listening =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port)) {
      Thread server =
          new Thread(
              () -> {
                try (SSLSocket socket = (SSLSocket) listening.accept()) {
                  say(socket, pieces, false);
                } catch (IOException e) {
                  failure.set(e);
                }
              });
      server.start();
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
        say(socket, pieces, true);
      }
      server.join();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static void say(SSLSocket socket, List<RecordedRdp.Piece> pieces, boolean client)
      throws IOException {
    for (RecordedRdp.Piece piece : pieces) {
      if (piece.client() == client) {
        socket.getOutputStream().write(piece.bytes());
      } else {
        socket.getInputStream().readNBytes(piece.bytes().length);
      }
    }
  }

  private static SSLContext context(Path file) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file.toFile())) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
