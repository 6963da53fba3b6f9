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
package org.deskedge.mediarelay.internal;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.deskedge.api.media.MediaLeg;

/** A media relay with an event loop of either kind, and ports on loopback. */
final class RelayFixture implements AutoCloseable {

  /** Which kind of event loop the session has. */
  enum Transport {
    EPOLL,
    NIO;

    private IoHandlerFactory factory() {
      return this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }
  }

  final int firstPort;
  final FakeVoice voice = new FakeVoice();
  final EventLoop loop;
  final FakeSession session;
  final RtpMediaRelay relay;
  private final MultiThreadIoEventLoopGroup group;

  RelayFixture(Transport transport, int pairs) throws IOException {
    this(transport, pairs, Map.of());
  }

  RelayFixture(Transport transport, int pairs, Map<String, Object> more) throws IOException {
    group = new MultiThreadIoEventLoopGroup(1, transport.factory());
    loop = group.next();
    session = new FakeSession(loop, voice);
    firstPort = freePorts(2 * pairs);
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("rtp.port.min", Integer.toString(firstPort));
    settings.put("rtp.port.max", Integer.toString(firstPort + 2 * pairs - 1));
    relay = new RtpMediaRelay(settings);
  }

  MediaLeg reserve() throws Exception {
    return onLoop(() -> relay.reserve(session));
  }

  /** Runs a task on the event loop, and throws what it throws. */
  <T> T onLoop(Callable<T> task) throws Exception {
    try {
      return loop.submit(task).get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  /** Waits; the limit is only there so that a test that fails comes to an end. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 2000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("never came: " + what);
  }

  @Override
  public void close() {
    relay.stop();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** Finds an even port with free ones behind it, outside the range the system gives out. */
  private static int freePorts(int count) throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      int first = 2 * ThreadLocalRandom.current().nextInt(10_000 / 2, 30_000 / 2);
      if (areFree(first, count)) {
        return first;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (DatagramSocket probe = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
        if (!probe.isBound()) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
