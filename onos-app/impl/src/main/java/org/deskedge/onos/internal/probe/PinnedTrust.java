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

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts exactly one certificate, by its SHA-256; before one is known, the first that is shown.
 * Names and dates do not matter then: the certificate is the edge's identity.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

  private volatile String expected;
  private volatile String refused;

  /** Takes the fingerprint that is trusted; null: the first one seen will be. */
  PinnedTrust(String expected) {
    this.expected = expected;
  }

  /** The fingerprint that is trusted by now. */
  Optional<String> trusted() {
    return Optional.ofNullable(expected);
  }

  /** The fingerprint that was refused last, since {@link #forgetRefusal}. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  /** Whoever was refused may have gone since. */
  void forgetRefusal() {
    refused = null;
  }

  private synchronized void check(X509Certificate[] chain) throws CertificateException {
    String shown = fingerprint(chain[0]);
    if (expected == null) {
      expected = shown;
    }
    if (!expected.equals(shown)) {
      refused = shown;
      throw new CertificateException("the certificate is not the one that is trusted");
    }
    refused = null;
  }

  static String fingerprint(X509Certificate certificate) throws CertificateException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      StringBuilder text = new StringBuilder();
      for (byte b : hash) {
        text.append(String.format("%02x", b));
      }
      return text.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new CertificateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
