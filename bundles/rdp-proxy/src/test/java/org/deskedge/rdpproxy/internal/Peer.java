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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One end of a remote-desktop connection, with the bytes in the test's hand. */
final class Peer implements AutoCloseable {

  /** SSL and HYBRID, cookie of the user alice: as a stock client sends it. */
  static final String REQUEST =
      "0300002b26e00000000000436f6f6b69653a206d737473686173683d616c6963650d0a0100080003000000";

  /** SSL selected: as a stock server answers. */
  static final String CONFIRM = "030000130ed000001234000201080001000000";

  private static final int TIMEOUT_MILLIS = 10_000;

  private Socket socket;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  static Peer dial(InetSocketAddress address) throws IOException {
    return new Peer(new Socket(address.getAddress(), address.getPort()));
  }

  InetSocketAddress localAddress() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  void send(String hex) throws IOException {
    send(HexFormat.of().parseHex(hex));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Reads one TPKT frame. */
  byte[] readTpkt() throws IOException {
    byte[] header = read(4);
    int length = ((header[2] & 0xFF) << 8) | (header[3] & 0xFF);
    byte[] frame = new byte[length];
    System.arraycopy(header, 0, frame, 0, 4);
    System.arraycopy(read(length - 4), 0, frame, 4, length - 4);
    return frame;
  }

  byte[] read(int length) throws IOException {
    byte[] bytes = socket.getInputStream().readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("closed after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  /** Returns whether the other side closes, in order or not, before the test's patience ends. */
  boolean isClosedByPeer() throws IOException {
    InputStream in = socket.getInputStream();
    try {
      // A TLS alert may come before the end.
      while (in.read() != -1) {}
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  void startTlsAsClient() throws IOException, GeneralSecurityException {
    startTls(trustingContext(), true);
  }

  void startTlsAsServer(SSLContext context) throws IOException {
    startTls(context, false);
  }

  private void startTls(SSLContext context, boolean client) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
    tls.setUseClientMode(client);
    tls.startHandshake();
    socket = tls;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static SSLContext trustingContext() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
    return context;
  }

  private static final class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
