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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.deskedge.voip.Heartbeat;
import org.deskedge.voip.Hello;
import org.deskedge.voip.MalformedPduException;
import org.deskedge.voip.VoipDecoder;
import org.deskedge.voip.VoipEncoder;
import org.deskedge.voip.VoipPdu;

/**
 * xrdp's channel socket with an edge behind it: answers the opening, HELLO and heartbeats by
 * itself, as long as it is told to, and leaves the calls to the test.
 */
public final class FakeEdge implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final ServerSocketChannel server;
  private final BlockingQueue<VoipPdu> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<Hello> hellos = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> openings = new LinkedBlockingQueue<>();
  private final Semaphore links = new Semaphore(0);
  private volatile SocketChannel channel;
  private volatile int status;
  private volatile int version = 2;
  private volatile boolean sayHello = true;
  private volatile boolean answerHeartbeats = true;

  public FakeEdge(Path socket) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(this::serve, "fake-edge");
    thread.setDaemon(true);
    thread.start();
  }

  /** The status xrdp answers openings with from now on; 0 is open. */
  public void answerOpeningsWith(int code) {
    status = code;
  }

  /** The version of the rules this edge speaks from its next HELLO on. */
  public void speak(int newVersion) {
    version = newVersion;
  }

  public void sayHello(boolean say) {
    sayHello = say;
  }

  public void answerHeartbeats(boolean answer) {
    answerHeartbeats = answer;
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel accepted = server.accept()) {
        channel = accepted;
        openings.add(opening(accepted));
        accepted.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(status).flip());
        if (status == 0) {
          pdus(accepted);
        }
      } catch (IOException | MalformedPduException ended) {
        // the agent, or the test, closed it
      }
    }
  }

  private static byte[] opening(SocketChannel in) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    fill(in, length);
    ByteBuffer all = ByteBuffer.allocate(length.getInt(0));
    all.put(length.flip());
    fill(in, all);
    return all.array();
  }

  private static void fill(SocketChannel in, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (in.read(buffer) < 0) {
        throw new IOException("closed");
      }
    }
  }

  private void pdus(SocketChannel in) throws IOException, MalformedPduException {
    VoipDecoder decoder = new VoipDecoder();
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    while (in.read(buffer) >= 0) {
      decoder.decode(Unpooled.wrappedBuffer(buffer.flip()), this::take);
      buffer.clear();
    }
  }

  private void take(VoipPdu pdu) {
    if (pdu instanceof Hello hello) {
      if (sayHello) {
        send(new Hello(version, "test-edge", Optional.empty(), 0));
        // answered when HELLO has been taken in
        send(new Heartbeat(0, false));
      }
      hellos.add(hello);
    } else if (pdu instanceof Heartbeat beat) {
      if (beat.reply()) {
        links.release();
      } else if (answerHeartbeats) {
        send(new Heartbeat(beat.sequence(), true));
      }
    } else {
      received.add(pdu);
    }
  }

  public void send(VoipPdu pdu) {
    ByteBuf out = Unpooled.buffer();
    VoipEncoder.encode(pdu, out);
    sendRaw(out);
  }

  public void sendRaw(ByteBuf bytes) {
    try {
      channel.write(bytes.nioBuffer());
    } catch (IOException e) {
      throw new AssertionError("the agent closed the channel", e);
    }
  }

  /** Waits for the next PDU other than HELLO and HEARTBEAT. */
  public <T extends VoipPdu> T receive(Class<T> type) throws InterruptedException {
    return type.cast(poll(received, type.getSimpleName()));
  }

  public Hello hello() throws InterruptedException {
    return poll(hellos, "HELLO");
  }

  /** Waits until the agent knows that the link is up. */
  public void awaitLink() throws InterruptedException {
    if (!links.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the agent did not take the link up");
    }
  }

  public byte[] opening() throws InterruptedException {
    return poll(openings, "an opening");
  }

  /** Returns whether no PDU came that was not waited for. */
  public boolean heardNothing() {
    return received.isEmpty();
  }

  private static <T> T poll(BlockingQueue<T> queue, String wanted) throws InterruptedException {
    T value = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (value == null) {
      throw new AssertionError("the edge waited in vain for " + wanted);
    }
    return value;
  }

  /** Ends the channel as the end of the remote-desktop session does. */
  public void hangUp() throws IOException {
    channel.close();
  }

  @Override
  public void close() throws IOException {
    server.close();
    SocketChannel open = channel;
    if (open != null) {
      open.close();
    }
  }
}
