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
package org.deskedge.agent.internal.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationWriter;
import org.deskedge.rdp.x224.AcceptOption;
import org.deskedge.rdp.x224.ConnectionConfirm;
import org.deskedge.rdp.x224.ConnectionRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FrontServerTest {

  /** As xfreerdp sends it, and as xrdp answers it. */
  private static final String PLAIN_CR =
      "0300002b26e00000000000436f6f6b69653a206d737473686173683d616c6963650d0a0100080003000000";

  private static final String PLAIN_CC = "030000130ed000001234000201080001000000";
  private static final String KEY = "q83vEjRWeJASNFZ4kBI0Vg";
  private static final int SECONDS = 10_000;

  @TempDir Path directory;
  private Path file;
  private ServerSocket rdp;
  private FrontServer front;
  private final List<Socket> open = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    file = directory.resolve("run/proxy-information");
    rdp = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    rdp.setSoTimeout(SECONDS);
    front = front(SECONDS);
  }

  private FrontServer front(long requestMillis) throws IOException {
    return new FrontServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        (InetSocketAddress) rdp.getLocalSocketAddress(),
        ProxyInformationWriter.open(file, Optional.empty()),
        requestMillis);
  }

  @AfterEach
  void stop() throws IOException {
    front.close();
    rdp.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(front.address().getAddress(), front.address().getPort());
    client.setSoTimeout(SECONDS);
    open.add(client);
    return client;
  }

  private Socket accept() throws IOException {
    Socket server = rdp.accept();
    server.setSoTimeout(SECONDS);
    open.add(server);
    return server;
  }

  private static byte[] hex(String hex) {
    return ByteBufUtil.decodeHexDump(hex);
  }

  private static byte[] request(String cookie) throws Exception {
    ByteBuf out = Unpooled.buffer();
    ConnectionRequest.decode(Unpooled.wrappedBuffer(hex(PLAIN_CR)))
        .withCookie(Optional.of(cookie))
        .encode(out);
    return ByteBufUtil.getBytes(out);
  }

  private static byte[] withInformation() throws Exception {
    return request("Cookie: mstshash=alice;voip=192.0.2.1:5004,k=" + KEY);
  }

  private static byte[] read(Socket from, int length) throws IOException {
    byte[] bytes = new byte[length];
    new DataInputStream(from.getInputStream()).readFully(bytes);
    return bytes;
  }

  private static void assertClosed(Socket client) throws IOException {
    try {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    } catch (java.net.SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  @Test
  void the_server_gets_the_request_without_the_proxy_information_which_is_saved() throws Exception {
    connect().getOutputStream().write(withInformation());

    assertThat(read(accept(), hex(PLAIN_CR).length)).isEqualTo(hex(PLAIN_CR));
    assertThat(file).hasContent("address=192.0.2.1\nport=5004\nkey=" + KEY + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void the_confirm_gets_the_accept_option_and_the_rest_passes_as_it_is() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(withInformation());
    Socket server = accept();
    read(server, hex(PLAIN_CR).length);

    server.getOutputStream().write(hex(PLAIN_CC));
    server.getOutputStream().write("tls".getBytes(StandardCharsets.US_ASCII));

    byte[] confirm = read(client, hex(PLAIN_CC).length + 8);
    assertThat(ConnectionConfirm.decode(Unpooled.wrappedBuffer(confirm)).acceptOption())
        .contains(new AcceptOption(AcceptOption.VERSION));
    assertThat(read(client, 3)).isEqualTo("tls".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_confirm_that_arrives_byte_by_byte_gets_the_accept_option() throws Exception {
    Socket client = connect();
    client.setTcpNoDelay(true);
    for (byte b : withInformation()) {
      client.getOutputStream().write(b);
    }
    Socket server = accept();
    server.setTcpNoDelay(true);
    read(server, hex(PLAIN_CR).length);
    for (byte b : hex(PLAIN_CC)) {
      server.getOutputStream().write(b);
    }

    byte[] confirm = read(client, hex(PLAIN_CC).length + 8);

    assertThat(ConnectionConfirm.decode(Unpooled.wrappedBuffer(confirm)).acceptOption())
        .isPresent();
  }

  @Test
  void without_proxy_information_nothing_is_changed_and_nothing_saved() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(hex(PLAIN_CR));
    Socket server = accept();
    assertThat(read(server, hex(PLAIN_CR).length)).isEqualTo(hex(PLAIN_CR));
    server.getOutputStream().write(hex(PLAIN_CC));

    assertThat(read(client, hex(PLAIN_CC).length)).isEqualTo(hex(PLAIN_CC));
    assertThat(file).doesNotExist();
  }

  @Test
  void an_answer_that_is_no_confirm_passes_as_it_is() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(withInformation());
    Socket server = accept();
    read(server, hex(PLAIN_CR).length);
    byte[] other = "HTTP/1.1 400".getBytes(StandardCharsets.US_ASCII);
    server.getOutputStream().write(other);

    assertThat(read(client, other.length)).isEqualTo(other);
  }

  @Test
  void a_session_whose_information_cannot_be_saved_goes_on_without_the_accept_option()
      throws Exception {
    Files.writeString(directory.resolve("run"), "in the way");
    Socket client = connect();
    client.getOutputStream().write(withInformation());
    Socket server = accept();
    assertThat(read(server, hex(PLAIN_CR).length)).isEqualTo(hex(PLAIN_CR));
    server.getOutputStream().write(hex(PLAIN_CC));

    assertThat(read(client, hex(PLAIN_CC).length)).isEqualTo(hex(PLAIN_CC));
  }

  @Test
  void a_later_session_overwrites_the_information() throws Exception {
    connect().getOutputStream().write(withInformation());
    read(accept(), 1);
    connect()
        .getOutputStream()
        .write(request("Cookie: mstshash=bob;voip=192.0.2.2:5004,k=AAAAAAAAAAAAAAAA"));
    read(accept(), 1);

    assertThat(file).hasContent("address=192.0.2.2\nport=5004\nkey=AAAAAAAAAAAAAAAA\n");
    assertThat(directory.resolve("run")).isDirectoryContaining("glob:**proxy-information");
    try (var left = Files.list(directory.resolve("run"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void megabytes_pass_both_ways_to_a_slow_reader() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(hex(PLAIN_CR));
    Socket server = accept();
    read(server, hex(PLAIN_CR).length);
    byte[] data = new byte[8 << 20];
    new Random(1).nextBytes(data);
    Thread writer =
        new Thread(
            () -> {
              try {
                server.getOutputStream().write(data);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    client.getOutputStream().write(Arrays.copyOf(data, 1 << 20));

    assertThat(read(server, 1 << 20)).isEqualTo(Arrays.copyOf(data, 1 << 20));
    assertThat(read(client, data.length)).isEqualTo(data);
    writer.join();
  }

  @Test
  void the_end_of_one_side_is_the_end_of_the_other() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(hex(PLAIN_CR));
    Socket server = accept();
    read(server, hex(PLAIN_CR).length);

    server.close();

    assertClosed(client);
  }

  @Test
  void garbage_is_closed_and_never_reaches_the_server() throws Exception {
    for (String garbage : List.of("474554202f", "0300ffff26e0", "0300000702f080", "160301")) {
      Socket client = connect();
      client.getOutputStream().write(hex(garbage));
      assertClosed(client);
    }
    assertNobodyConnected();
  }

  @Test
  void proxy_information_that_cannot_be_read_is_closed() throws Exception {
    Socket client = connect();
    client.getOutputStream().write(request("Cookie: mstshash=alice;voip=nowhere"));

    assertClosed(client);
    assertNobodyConnected();
  }

  /** The next to be connected is the one who sends a good request. */
  private void assertNobodyConnected() throws IOException {
    connect().getOutputStream().write(hex(PLAIN_CR));
    assertThat(read(accept(), hex(PLAIN_CR).length)).isEqualTo(hex(PLAIN_CR));
  }

  @Test
  void a_client_that_stops_in_the_middle_is_closed_after_the_time_out() throws Exception {
    front.close();
    front = front(100);
    Socket client = connect();
    client.getOutputStream().write(Arrays.copyOf(withInformation(), 20));

    assertClosed(client);
  }

  @Test
  void a_server_that_is_not_there_closes_the_client() throws Exception {
    rdp.close();
    Socket client = connect();
    client.getOutputStream().write(hex(PLAIN_CR));

    assertClosed(client);
  }

  @Test
  void one_connection_too_many_is_closed_and_room_comes_back() throws Exception {
    for (int i = 0; i < FrontServer.MAX_CONNECTIONS; i++) {
      connect();
    }
    Socket client = connect();

    assertClosed(client);

    for (Socket socket : open) {
      socket.close();
    }
    boolean served = false;
    while (!served) {
      Socket next = connect();
      try {
        next.getOutputStream().write(hex(PLAIN_CR));
        served = next.getInputStream() != null && accepted();
      } catch (IOException refusedAsYet) {
        served = false;
      }
    }
    assertThat(served).isTrue();
  }

  private boolean accepted() throws IOException {
    rdp.setSoTimeout(200);
    try {
      return accept() != null;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }
}
