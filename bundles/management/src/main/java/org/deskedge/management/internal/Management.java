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

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import org.deskedge.api.call.CallService;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.session.SessionService;
import org.deskedge.management.internal.admission.Admission;
import org.deskedge.management.internal.http.HttpsServer;
import org.deskedge.management.internal.http.Router;
import org.deskedge.management.internal.resource.DrainResource;
import org.deskedge.management.internal.resource.EdgeParts;
import org.deskedge.management.internal.resource.HealthResource;
import org.deskedge.management.internal.resource.PolicyResource;
import org.deskedge.management.internal.resource.SessionsResource;
import org.deskedge.tls.TlsIdentity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The management endpoint as a component: the REST interface to the controller. A changed
 * configuration starts it anew.
 */
@Component(
    immediate = true,
    service = {},
    configurationPid = ManagementSettings.PID)
public final class Management implements EdgeParts {

  private static final Logger log = LoggerFactory.getLogger(Management.class);

  /** What every path starts with. */
  static final String BASE_PATH = "/deskedge/v1";

  private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private final HttpsServer server;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile SessionService sessions;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile CallService calls;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile MediaRelay relay;

  /**
   * Starts to listen.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   * @throws IOException if a file cannot be read or the port cannot be bound
   * @throws GeneralSecurityException if a key store holds nothing usable
   */
  @Activate
  public Management(@Reference Admission admission, Map<String, Object> configuration)
      throws IOException, GeneralSecurityException {
    this(admission, ManagementSettings.of(configuration));
  }

  Management(Admission admission, ManagementSettings settings)
      throws IOException, GeneralSecurityException {
    server =
        new HttpsServer(
            settings.listen(),
            settings.limits(),
            tls(settings),
            AccessToken.loadOrCreate(settings.tokenFile())::matches,
            new Router(
                BASE_PATH,
                List.of(
                    new HealthResource(admission, this, version(), started()),
                    new DrainResource(admission),
                    new PolicyResource(admission, settings.policyPrefixes()),
                    new SessionsResource(this))));
    log.info("listening on {}", server.address());
  }

  @Deactivate
  void stop() {
    server.close();
    log.info("stopped");
  }

  InetSocketAddress address() {
    return server.address();
  }

  @Override
  public Optional<SessionService> sessions() {
    return Optional.ofNullable(sessions);
  }

  @Override
  public Optional<CallService> calls() {
    return Optional.ofNullable(calls);
  }

  @Override
  public Optional<MediaRelay> relay() {
    return Optional.ofNullable(relay);
  }

  private static SslContext tls(ManagementSettings settings)
      throws IOException, GeneralSecurityException {
    TlsIdentity identity =
        TlsIdentity.loadOrCreate(settings.keyStore(), settings.keyStorePassword().toCharArray());
    SslContextBuilder builder =
        SslContextBuilder.forServer(identity.key(), identity.chain())
            .sslProvider(SslProvider.JDK)
            .protocols(TLS_VERSIONS);
    if (settings.clientTrustStore().isPresent()) {
      builder
          .trustManager(
              trust(
                  settings.clientTrustStore().get(),
                  settings.clientTrustStorePassword().toCharArray()))
          .clientAuth(ClientAuth.OPTIONAL);
    }
    return builder.build();
  }

  private static TrustManagerFactory trust(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(KeyStore.getInstance(file.toFile(), password));
    return factory;
  }

  private static String version() throws IOException {
    try (InputStream text = Management.class.getResourceAsStream("version.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static Instant started() {
    return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  }
}
