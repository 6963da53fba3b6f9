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
package org.deskedge.rdpproxy.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.deskedge.tls.TlsIdentity;

/** A proxy on loopback with a desktop behind it whose bytes are in the test's hand. */
final class Bench implements AutoCloseable {

  private static final int ACCEPT_MILLIS = 10_000;

  private final ServerSocket desktop;
  private final SSLContext desktopTls;
  private RdpProxy proxy;

  Bench(Path directory) throws IOException, GeneralSecurityException {
    desktop = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    desktop.setSoTimeout(ACCEPT_MILLIS);
    Path keys = directory.resolve("desktop.p12");
    char[] password = "desktop".toCharArray();
    TlsIdentity.loadOrCreate(keys, password);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keys.toFile(), password), password);
    desktopTls = SSLContext.getInstance("TLS");
    desktopTls.init(managers.getKeyManagers(), null, null);
  }

  /** Starts the proxy in front of the desktop. */
  Bench start(Path directory, Map<String, Object> changes)
      throws IOException, GeneralSecurityException {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("listen.address", "127.0.0.1");
    configuration.put("listen.port", freePort());
    configuration.put("tls.keystore", directory.resolve("edge.p12").toString());
    configuration.putAll(changes);
    InetSocketAddress address = (InetSocketAddress) desktop.getLocalSocketAddress();
    proxy = new RdpProxy(ProxySettings.of(configuration), dialled -> Optional.of(address), false);
    return this;
  }

  RdpProxy proxy() {
    return proxy;
  }

  SSLContext desktopTls() {
    return desktopTls;
  }

  Peer dial() throws IOException {
    return Peer.dial(proxy.address());
  }

  Peer acceptAtDesktop() throws IOException {
    return new Peer(desktop.accept());
  }

  /** From now on nobody listens at the desktop. */
  void stopDesktop() throws IOException {
    desktop.close();
  }

  /** A client and a desktop that have come as far as TLS on both legs. */
  Connection connect() throws IOException, GeneralSecurityException {
    Peer client = dial();
    client.send(Peer.REQUEST);
    Peer atDesktop = acceptAtDesktop();
    atDesktop.readTpkt();
    atDesktop.send(Peer.CONFIRM);
    client.readTpkt();
    Thread server =
        new Thread(
            () -> {
              try {
                atDesktop.startTlsAsServer(desktopTls);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    server.start();
    client.startTlsAsClient();
    try {
      server.join();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return new Connection(client, atDesktop);
  }

  @Override
  public void close() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
    desktop.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Both ends of one session. */
  record Connection(Peer client, Peer desktop) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      client.close();
      desktop.close();
    }
  }
}
