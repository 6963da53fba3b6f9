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
package org.deskedge.management.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.deskedge.management.internal.admission.Admission;

/** A management endpoint on loopback, and what a controller needs to ask it. */
final class Endpoint implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  final Admission admission = new Admission();
  final Management management;
  private final Path directory;
  private final HttpClient client;

  Endpoint(Path directory, Map<String, Object> changes)
      throws IOException, GeneralSecurityException {
    this.directory = directory;
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("listen.address", "127.0.0.1");
    configuration.put("listen.port", freePort());
    configuration.put("tls.keystore", directory.resolve("edge.p12").toString());
    configuration.put("token.file", directory.resolve("token").toString());
    configuration.putAll(changes);
    management = new Management(admission, configuration);
    client = client(null);
  }

  String token() throws IOException {
    return Files.readString(directory.resolve("token")).strip();
  }

  URI uri(String path) {
    return URI.create("https://127.0.0.1:" + management.address().getPort() + path);
  }

  /** A client that trusts this edge, with a certificate of its own or none. */
  static HttpClient client(KeyManager[] keys) throws GeneralSecurityException {
    return HttpClient.newBuilder().sslContext(context(keys)).connectTimeout(LIMIT).build();
  }

  /** A key with a self-signed certificate, as a client shows it. */
  static KeyManager[] keys(Path keyStore, char[] password)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keyStore.toFile(), password), password);
    return managers.getKeyManagers();
  }

  /** A request with the token, to be given a method. */
  HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(uri(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  /** A connection whose bytes are in the test's hand, with its TLS handshake done. */
  Socket connect() throws IOException, GeneralSecurityException {
    SSLSocket socket =
        (SSLSocket)
            context(null)
                .getSocketFactory()
                .createSocket("127.0.0.1", management.address().getPort());
    socket.setSoTimeout((int) LIMIT.toMillis());
    socket.startHandshake();
    return socket;
  }

  @Override
  public void close() {
    management.stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static SSLContext context(KeyManager[] keys) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new TrustAll()}, new SecureRandom());
    return context;
  }

  /**
   * Of this kind, not X509TrustManager: the names in a self-signed certificate are not looked at.
   */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
