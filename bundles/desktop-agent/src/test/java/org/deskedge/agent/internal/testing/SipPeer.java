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
package org.deskedge.agent.internal.testing;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A SIP phone that says what the test tells it to, in plain text over UDP. */
public final class SipPeer implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final String name;
  private final DatagramSocket socket;
  private final BlockingQueue<SipMessage> received = new LinkedBlockingQueue<>();
  private final Set<String> seen = new HashSet<>();
  private int sequence = 100;

  public SipPeer(String name) throws IOException {
    this.name = name;
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread reader = new Thread(this::read, "peer-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    byte[] buffer = new byte[65535];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        String text = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
        SipMessage message = SipMessage.parse(packet.getSocketAddress(), text);
        if (seen.add(message.identity())) {
          received.add(message);
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public String uri() {
    return "sip:" + name + "@127.0.0.1:" + port();
  }

  /** Waits for the next message that is a request of the method. */
  public SipMessage request(String method) throws InterruptedException {
    while (true) {
      SipMessage message = next(method);
      if (!message.isResponse() && message.method().equals(method)) {
        return message;
      }
    }
  }

  /** Waits for a response with the status to a request of the method. */
  public SipMessage response(String method, int status) throws InterruptedException {
    while (true) {
      SipMessage message = next(method + " " + status);
      if (message.isResponse() && message.method().equals(method) && message.status() == status) {
        return message;
      }
    }
  }

  private SipMessage next(String wanted) throws InterruptedException {
    SipMessage message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError(name + " waited in vain for " + wanted);
    }
    return message;
  }

  /** Returns whether nothing but responses and ACKs came that were not waited for. */
  public boolean heardNoRequest() {
    return received.stream().allMatch(m -> m.isResponse() || m.method().equals("ACK"));
  }

  /** Begins a call through the proxy; the rest of it goes through the dialog. */
  public Dialog invite(InetSocketAddress proxy, String to, String sdp) throws IOException {
    Dialog dialog = new Dialog(proxy, to);
    dialog.send("INVITE", sdp);
    return dialog;
  }

  /** Answers a request; an INVITE's answer makes a dialog. */
  public Dialog respond(SipMessage request, int status, String sdp) throws IOException {
    StringBuilder out = new StringBuilder("SIP/2.0 " + status + " Test\r\n");
    request.all("Via").forEach(v -> out.append("Via: ").append(v).append("\r\n"));
    out.append("From: ").append(request.header("From")).append("\r\n");
    String to = request.header("To");
    String tagged = to.contains("tag=") ? to : to + ";tag=" + name;
    out.append("To: ").append(tagged).append("\r\n");
    out.append("Call-ID: ").append(request.header("Call-ID")).append("\r\n");
    out.append("CSeq: ").append(request.header("CSeq")).append("\r\n");
    out.append("Contact: <").append(uri()).append(">\r\n");
    send(request.from(), out, "sdp", sdp);
    return new Dialog(request, tagged);
  }

  private void send(SocketAddress to, StringBuilder head, String subtype, String body)
      throws IOException {
    if (!body.isEmpty()) {
      head.append("Content-Type: application/").append(subtype).append("\r\n");
    }
    byte[] bytes =
        (head + "Content-Length: " + body.length() + "\r\n\r\n" + body)
            .getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** Sends any bytes. */
  public void sendRaw(InetSocketAddress to, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  @Override
  public void close() throws SocketException {
    socket.close();
  }

  /** This phone's end of a call. */
  public final class Dialog {

    private final SocketAddress hop;
    private final String callId;
    private final String local;
    private String remote;
    private String target;
    private String inviteVia = "";
    private int inviteSequence;

    private Dialog(InetSocketAddress hop, String to) {
      this.hop = hop;
      callId = UUID.randomUUID().toString();
      local = "<" + uri() + ">;tag=" + name;
      remote = "<" + to + ">";
      target = to;
    }

    private Dialog(SipMessage request, String to) {
      hop = request.from();
      callId = request.header("Call-ID");
      local = to;
      remote = request.header("From");
      target = request.all("Contact").isEmpty() ? "sip:gone" : request.contact();
    }

    /** Takes the other end's tag and address from its answer, and acknowledges it. */
    public void ack(SipMessage answer, String sdp) throws IOException {
      remote = answer.header("To");
      target = answer.contact();
      write("ACK", inviteSequence, via(), "sdp", sdp);
    }

    public void ack(SipMessage answer) throws IOException {
      ack(answer, "");
    }

    /** Acknowledges a refusal, which belongs to the INVITE's transaction. */
    public void ackRefusal(SipMessage refusal) throws IOException {
      remote = refusal.header("To");
      write("ACK", inviteSequence, inviteVia, "sdp", "");
    }

    public void send(String method, String sdp) throws IOException {
      String via = via();
      int number = ++sequence;
      if (method.equals("INVITE")) {
        inviteVia = via;
        inviteSequence = number;
      }
      write(method, number, via, "sdp", sdp);
    }

    /** Sends an INFO whose body is of the type application. */
    public void info(String subtype, String body) throws IOException {
      write("INFO", ++sequence, via(), subtype, body);
    }

    public void cancel() throws IOException {
      write("CANCEL", inviteSequence, inviteVia, "sdp", "");
    }

    private String via() {
      return "SIP/2.0/UDP 127.0.0.1:" + port() + ";branch=z9hG4bK" + UUID.randomUUID();
    }

    private void write(String method, int number, String via, String subtype, String body)
        throws IOException {
      StringBuilder out = new StringBuilder(method + " " + target + " SIP/2.0\r\n");
      out.append("Via: ").append(via).append("\r\n");
      out.append("Max-Forwards: 70\r\n");
      out.append("From: ").append(local).append("\r\n");
      out.append("To: ").append(remote).append("\r\n");
      out.append("Call-ID: ").append(callId).append("\r\n");
      out.append("CSeq: ").append(number).append(' ').append(method).append("\r\n");
      out.append("Contact: <").append(uri()).append(">\r\n");
      SipPeer.this.send(hop, out, subtype, body);
    }
  }
}
