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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.deskedge.tls.TlsIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

  private static final char[] PASSWORD = "clients".toCharArray();

  @TempDir private static Path keys;
  @TempDir private Path directory;

  private Endpoint endpoint(Map<String, Object> changes) throws Exception {
    Map<String, Object> all = new HashMap<>(changes);
    all.put("tls.keystore", keys.resolve("edge.p12").toString());
    return new Endpoint(directory, all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/deskedge/v1/health", "/deskedge/v1/policy", "/nothing/here"})
  void withoutATokenThereIsNothingToSee(String path) throws Exception {
    try (Endpoint endpoint = endpoint(Map.of())) {
      HttpResponse<String> answer =
          endpoint.send(HttpRequest.newBuilder(endpoint.uri(path)).GET().build());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("\"status\":401").doesNotContain(endpoint.token());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic ZGVza2VkZ2U6eA==", "Bearer\u00e9"})
  void aWrongTokenIsRefusedAndChangesNothing(String authorization) throws Exception {
    try (Endpoint endpoint = endpoint(Map.of())) {
      HttpResponse<String> answer =
          endpoint.send(
              HttpRequest.newBuilder(endpoint.uri("/deskedge/v1/drain"))
                  .header("Authorization", authorization)
                  .header("Content-Type", "application/json")
                  .PUT(HttpRequest.BodyPublishers.ofString("{\"draining\":true}"))
                  .build());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("invalid_token");
      assertThat(endpoint.admission.status().draining()).isFalse();
    }
  }

  @Test
  void theTokenOpensAndTheSchemeMayBeInAnyCase() throws Exception {
    try (Endpoint endpoint = endpoint(Map.of())) {
      assertThat(endpoint.get("/deskedge/v1/drain").statusCode()).isEqualTo(200);
      HttpResponse<String> answer =
          endpoint.send(
              HttpRequest.newBuilder(endpoint.uri("/deskedge/v1/drain"))
                  .header("Authorization", "bearer " + endpoint.token())
                  .build());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTrustedClientCertificateOpensWithoutAToken() throws Exception {
    Path trusted = keys.resolve("trusted.p12");
    TlsIdentity identity = TlsIdentity.loadOrCreate(trusted, PASSWORD);
    Path other = keys.resolve("other.p12");
    TlsIdentity.loadOrCreate(other, PASSWORD);
    try (Endpoint endpoint =
        endpoint(
            Map.of(
                "clients.truststore",
                trustStore(identity).toString(),
                "clients.truststore.password",
                new String(PASSWORD)))) {
      HttpRequest request = HttpRequest.newBuilder(endpoint.uri("/deskedge/v1/drain")).build();

      assertThat(status(Endpoint.client(Endpoint.keys(trusted, PASSWORD)), request)).isEqualTo(200);
      assertThat(status(Endpoint.client(null), request)).isEqualTo(401);
      assertThat(endpoint.get("/deskedge/v1/drain").statusCode()).isEqualTo(200);
      HttpClient stranger = Endpoint.client(Endpoint.keys(other, PASSWORD));
      assertThatThrownBy(() -> status(stranger, request)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void withoutATrustStoreCertificatesOpenNothing() throws Exception {
    Path own = keys.resolve("own.p12");
    TlsIdentity.loadOrCreate(own, PASSWORD);
    try (Endpoint endpoint = endpoint(Map.of())) {
      HttpRequest request = HttpRequest.newBuilder(endpoint.uri("/deskedge/v1/drain")).build();

      assertThat(status(Endpoint.client(Endpoint.keys(own, PASSWORD)), request)).isEqualTo(401);
    }
  }

  private static int status(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private Path trustStore(TlsIdentity identity) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setCertificateEntry("controller", identity.chain().get(0));
    Path file = directory.resolve("clients.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    return file;
  }
}
