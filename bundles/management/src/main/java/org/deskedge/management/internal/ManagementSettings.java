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

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.config.Settings;
import org.deskedge.management.internal.http.HttpLimits;

/**
 * Configuration of the management endpoint, {@code etc/org.deskedge.management.cfg}.
 *
 * @param listen where connections are accepted
 * @param limits bounds of connections and requests
 * @param policyPrefixes most prefixes of a policy
 * @param tokenFile holds the bearer token
 * @param keyStore PKCS #12 file with the edge's certificate
 * @param keyStorePassword opens it
 * @param clientTrustStore certificates that client certificates must chain to; empty: none is asked
 * @param clientTrustStorePassword opens it
 */
public record ManagementSettings(
    InetSocketAddress listen,
    HttpLimits limits,
    int policyPrefixes,
    Path tokenFile,
    Path keyStore,
    String keyStorePassword,
    Optional<Path> clientTrustStore,
    String clientTrustStorePassword) {

  /** The configuration's persistent identity. */
  public static final String PID = "org.deskedge.management";

  private static final int MAX_PORT = 65_535;
  private static final int MAX_CONNECTIONS = 10_000;
  private static final int MAX_PREFIXES = 1_000_000;
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /**
   * Reads the configuration.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   */
  public static ManagementSettings of(Map<String, Object> dictionary) {
    Settings settings = new Settings(dictionary, PID);
    String trustStore = settings.text("clients.truststore", "");
    ManagementSettings result =
        new ManagementSettings(
            new InetSocketAddress(
                settings.text("listen.address", "0.0.0.0"),
                settings.integer("listen.port", 8443, 1, MAX_PORT)),
            new HttpLimits(
                settings.integer("connections.limit", 32, 1, MAX_CONNECTIONS),
                Duration.ofMillis(settings.integer("idle.timeout", 60_000, 100, 600_000)),
                settings.integer("request.line.limit", 4 * KIB, 256, 64 * KIB),
                settings.integer("request.headers.limit", 8 * KIB, 256, 64 * KIB),
                settings.integer("request.body.limit", 8 * MIB, KIB, 64 * MIB)),
            settings.integer("policy.prefixes.limit", 20_000, 1, MAX_PREFIXES),
            karafPath(settings.text("token.file", "etc/deskedge.token")),
            karafPath(settings.text("tls.keystore", "etc/deskedge.p12")),
            settings.text("tls.keystore.password", "deskedge"),
            Optional.of(trustStore)
                .filter(path -> !path.isEmpty())
                .map(ManagementSettings::karafPath),
            settings.text("clients.truststore.password", "deskedge"));
    if (result.listen().isUnresolved()) {
      settings.problem("listen.address", result.listen().getHostString(), "an IP address");
    }
    settings.check();
    return result;
  }

  private static Path karafPath(String path) {
    return Path.of(System.getProperty("karaf.base", ".")).resolve(path);
  }

  /** Leaves the passwords out. */
  @Override
  public String toString() {
    return "listen=" + listen + " connections.limit=" + limits.connections();
  }
}
