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
package org.deskedge.agent.internal.sip;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;

/**
 * Looks host names up before the SIP stack does, off the agent's thread: the stack's own look-up
 * blocks, and then finds the answer in the JVM's cache.
 */
final class NameLookup implements AutoCloseable {

  /** Most look-ups that may wait; a request whose look-up does not fit fails. */
  static final int MAX_WAITING = 64;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          task -> {
            Thread thread = new Thread(task, "deskedge-names");
            thread.setDaemon(true);
            return thread;
          });

  NameLookup() {
    pool.allowCoreThreadTimeOut(true);
  }

  /** Returns the host a request will be sent to; empty text if it has none. */
  static String nextHop(Request request) {
    RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
    URI uri = route == null ? request.getRequestURI() : route.getAddress().getURI();
    if (!(uri instanceof SipURI sip)) {
      return "";
    }
    return sip.getMAddrParam() == null ? sip.getHost() : sip.getMAddrParam();
  }

  /**
   * Calls back on the owner's thread with whether the host has an address; at once for a literal.
   */
  void lookUp(String host, Executor owner, Consumer<Boolean> found) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (bare.isEmpty()) {
      found.accept(false);
    } else if (NetUtil.isValidIpV4Address(bare) || NetUtil.isValidIpV6Address(bare)) {
      found.accept(true);
    } else {
      try {
        pool.execute(
            () -> {
              boolean known = known(bare);
              owner.execute(() -> found.accept(known));
            });
      } catch (RejectedExecutionException full) {
        found.accept(false);
      }
    }
  }

  private static boolean known(String host) {
    try {
      return InetAddress.getByName(host) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
