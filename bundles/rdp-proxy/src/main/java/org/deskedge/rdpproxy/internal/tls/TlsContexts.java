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
package org.deskedge.rdpproxy.internal.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManagerFactory;
import org.deskedge.rdpproxy.internal.ProxySettings;
import org.deskedge.tls.TlsIdentity;

/**
 * The TLS of both legs.
 *
 * @param towardsClient the edge is the server
 * @param towardsDesktop the edge is the client
 */
public record TlsContexts(SslContext towardsClient, SslContext towardsDesktop) {

  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  /**
   * Builds both contexts.
   *
   * @throws IOException if a key store cannot be read or written
   * @throws GeneralSecurityException if a key store holds nothing usable
   */
  public static TlsContexts of(ProxySettings settings)
      throws IOException, GeneralSecurityException {
    TlsIdentity identity =
        TlsIdentity.loadOrCreate(settings.keyStore(), settings.keyStorePassword().toCharArray());
    SslContext client =
        SslContextBuilder.forServer(identity.key(), identity.chain())
            .sslProvider(SslProvider.JDK)
            .protocols(VERSIONS)
            .build();
    // An RDP server is known by the address the client dialled; its certificate carries no name to
    // check against, so only the chain is verified, and only where the operator has one.
    SslContext desktop =
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.JDK)
            .protocols(VERSIONS)
            .endpointIdentificationAlgorithm(null)
            .trustManager(trust(settings))
            .build();
    return new TlsContexts(client, desktop);
  }

  private static TrustManagerFactory trust(ProxySettings settings)
      throws IOException, GeneralSecurityException {
    if (settings.desktopTrustStore().isEmpty()) {
      return InsecureTrustManagerFactory.INSTANCE;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(
        java.security.KeyStore.getInstance(
            settings.desktopTrustStore().get().toFile(),
            settings.desktopTrustStorePassword().toCharArray()));
    return factory;
  }
}
