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
package org.deskedge.onos.internal.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The management REST of an edge as its contract says, over real TLS on loopback. */
final class TestEdge implements AutoCloseable {

  static final String TOKEN = "the-token";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpsServer server;
  private final String fingerprint;

  volatile int healthStatus = 200;
  volatile String health = null;
  volatile String sessions = "{\"sessions\":[]}";
  volatile boolean draining;
  volatile long revision = -1;
  volatile String policy = "";
  volatile boolean silent;

  TestEdge(int port) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name("CN=edge");
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(Instant.now().minusSeconds(60)),
                        Date.from(Instant.now().plusSeconds(3600)),
                        name,
                        keys.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    fingerprint = PinnedTrust.fingerprint(certificate);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("edge", keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(threads);
    server.createContext("/deskedge/v1", this::handle);
    server.start();
  }

  String fingerprint() {
    return fingerprint;
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri() {
    return URI.create("https://127.0.0.1:" + port());
  }

  List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String request =
          exchange.getRequestMethod()
              + exchange.getRequestURI().getPath().substring("/deskedge/v1".length());
      requests.add(request);
      if (silent) {
        Thread.sleep(5000);
      }
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer(exchange, 401, "{}");
        return;
      }
      switch (request) {
        case "GET/health" -> answer(exchange, healthStatus, health == null ? health() : health);
        case "GET/sessions" -> answer(exchange, 200, sessions);
        case "PUT/drain" -> {
          draining = JSON.readTree(body).get("draining").booleanValue();
          answer(exchange, 200, "{\"draining\":" + draining + "}");
        }
        case "PUT/policy" -> putPolicy(exchange, new String(body, UTF_8));
        case "DELETE/policy" -> {
          revision = -1;
          exchange.sendResponseHeaders(204, -1);
        }
        default -> answer(exchange, 404, "{}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void putPolicy(HttpExchange exchange, String body) throws IOException {
    long offered = JSON.readTree(body).get("revision").longValue();
    if (offered < revision) {
      answer(exchange, 409, "{\"detail\":\"revision " + revision + " is here\"}");
      return;
    }
    revision = offered;
    policy = body;
    answer(exchange, 200, body);
  }

  private String health() {
    ObjectNode json =
        JSON.createObjectNode().put("state", draining ? "DRAINING" : "UP").put("version", "0.1.0");
    json.set("policyRevision", revision < 0 ? null : json.numberNode(revision));
    json.putObject("sessions").put("active", 3).put("limit", 500);
    return json.putNull("calls").toString();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
