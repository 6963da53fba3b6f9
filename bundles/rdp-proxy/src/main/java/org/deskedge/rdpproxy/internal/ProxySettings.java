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

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.config.Settings;

/**
 * Configuration of the RDP proxy, {@code etc/org.deskedge.rdp.proxy.cfg}.
 *
 * @param listen where redirected connections are accepted
 * @param sessionLimit most sessions at once
 * @param proxyAddress the edge's address as put into the proxy information; empty: the address of
 *     the edge's leg towards the desktop
 * @param proxyPort the port put into the proxy information
 * @param handshakeTimeout bound of each step up to the MCS Connect Initial
 * @param tlsTimeout bound of the TLS handshake with the client, whose user may be asked about the
 *     certificate in it
 * @param connectTimeout bound of the TCP connect to the desktop
 * @param voiceSampleRate samples per second of the voice channels, 8,000 or 16,000
 * @param keyStore PKCS #12 file with the edge's certificate
 * @param keyStorePassword opens it
 * @param desktopTrustStore certificates that desktops must chain to; empty: any is taken
 * @param desktopTrustStorePassword opens it
 */
public record ProxySettings(
    InetSocketAddress listen,
    int sessionLimit,
    Optional<InetAddress> proxyAddress,
    int proxyPort,
    Duration handshakeTimeout,
    Duration tlsTimeout,
    Duration connectTimeout,
    int voiceSampleRate,
    Path keyStore,
    String keyStorePassword,
    Optional<Path> desktopTrustStore,
    String desktopTrustStorePassword) {

  /** The configuration's persistent identity. */
  public static final String PID = "org.deskedge.rdp.proxy";

  private static final String AUTO = "auto";
  private static final int MAX_PORT = 65_535;
  private static final int MAX_SESSIONS = 100_000;
  private static final int MAX_TIMEOUT_MILLIS = 600_000;

  /**
   * Reads the configuration.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   */
  public static ProxySettings of(Map<String, Object> dictionary) {
    Settings settings = new Settings(dictionary, PID);
    String trust = settings.oneOf("desktop.trust", "any", List.of("any", "keystore"));
    String trustStore = settings.text("desktop.truststore", "etc/desktops.p12");
    Optional<InetAddress> proxyAddress = proxyAddress(settings);
    ProxySettings result =
        new ProxySettings(
            new InetSocketAddress(
                settings.text("listen.address", "0.0.0.0"),
                settings.integer("listen.port", 3389, 1, MAX_PORT)),
            settings.integer("sessions.limit", 500, 1, MAX_SESSIONS),
            proxyAddress,
            settings.integer("proxy.port", 5004, 1, MAX_PORT),
            millis(settings, "handshake.timeout", 10_000),
            millis(settings, "tls.timeout", 60_000),
            millis(settings, "connect.timeout", 5_000),
            Integer.parseInt(settings.oneOf("voice.sample.rate", "8000", List.of("8000", "16000"))),
            karafPath(settings.text("tls.keystore", "etc/deskedge.p12")),
            settings.text("tls.keystore.password", "deskedge"),
            trust.equals("any") ? Optional.empty() : Optional.of(karafPath(trustStore)),
            settings.text("desktop.truststore.password", "deskedge"));
    if (result.listen().isUnresolved()) {
      settings.problem("listen.address", result.listen().getHostString(), "an IP address");
    }
    settings.check();
    return result;
  }

  private static Optional<InetAddress> proxyAddress(Settings settings) {
    String text = settings.text("proxy.address", AUTO);
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    Optional<InetAddress> address =
        Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
    if (address.isEmpty()) {
      settings.problem("proxy.address", text, "an IP address or " + AUTO);
    }
    return address;
  }

  private static Duration millis(Settings settings, String key, int fallback) {
    return Duration.ofMillis(settings.integer(key, fallback, 100, MAX_TIMEOUT_MILLIS));
  }

  private static Path karafPath(String path) {
    return Path.of(System.getProperty("karaf.base", ".")).resolve(path);
  }

  /** Leaves the passwords out. */
  @Override
  public String toString() {
    return "listen=" + listen + " sessions.limit=" + sessionLimit;
  }
}
