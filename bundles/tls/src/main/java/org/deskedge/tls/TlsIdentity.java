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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key and certificate the edge shows to its clients, kept in a PKCS #12 file.
 *
 * @param key private key of the first key entry
 * @param chain its certificate chain, the edge's own certificate first
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {

  private static final Logger log = LoggerFactory.getLogger(TlsIdentity.class);

  /**
   * Loads the key store, or makes one with a self-signed certificate where there is none. Several
   * parts of the edge may do so at the same time: all of them get the same identity.
   *
   * @param file the PKCS #12 file; made readable for its owner only when it is created
   * @param password opens the file and its key
   * @throws IOException if the file cannot be read or written, or the password is wrong
   * @throws GeneralSecurityException if the file holds no usable key
   */
  public static TlsIdentity loadOrCreate(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(file) && PrivateFile.create(file, selfSigned(password))) {
      log.warn(
          "no key store at {}: made one with a self-signed certificate; clients will ask their"
              + " users to trust it until it is replaced",
          file);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        Certificate[] chain = store.getCertificateChain(alias);
        return new TlsIdentity(
            (PrivateKey) store.getKey(alias, password),
            Arrays.stream(chain).map(X509Certificate.class::cast).toList());
      }
    }
    throw new GeneralSecurityException(file + " holds no private key");
  }

  private static byte[] selfSigned(char[] password) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    SelfSignedCertificate.addTo(store, password);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }
}
