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

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log lines of one leg, few enough that no peer can fill the log: one of each kind a call, and
 * of malformed packets one every {@link #MALFORMED_SECONDS} s. For one thread.
 */
final class LegLog {

  /** Least time between two lines on malformed packets. */
  static final int MALFORMED_SECONDS = 10;

  private final Logger log;
  private final String leg;
  private boolean strangerTold;
  private boolean payloadTypeTold;
  private boolean failureTold;
  private boolean malformedTold;
  private long malformedToldAt;
  private long malformedUntold;

  /**
   * Begins the log of a leg.
   *
   * @param leg names the session and the port, in front of every line
   */
  LegLog(String leg) {
    this(leg, LoggerFactory.getLogger(LegLog.class));
  }

  LegLog(String leg, Logger log) {
    this.leg = leg;
    this.log = log;
  }

  void stranger(InetSocketAddress peer, InetSocketAddress expected) {
    if (!strangerTold) {
      strangerTold = true;
      if (expected == null) {
        log.info("{}: dropping packets from {}: no session description came yet", leg, text(peer));
      } else {
        log.warn(
            "{}: dropping packets from {}: the session description says {}",
            leg,
            text(peer),
            text(expected));
      }
    }
  }

  void malformed(InetSocketAddress peer, String reason, long now) {
    malformedUntold++;
    if (!malformedTold || now - malformedToldAt >= TimeUnit.SECONDS.toNanos(MALFORMED_SECONDS)) {
      log.warn(
          "{}: dropped {} malformed packets of {}: {}", leg, malformedUntold, text(peer), reason);
      malformedTold = true;
      malformedToldAt = now;
      malformedUntold = 0;
    }
  }

  void payloadType(InetSocketAddress peer, int payloadType) {
    if (!payloadTypeTold) {
      payloadTypeTold = true;
      log.warn(
          "{}: dropping packets of {}: payload type {} was not agreed",
          leg,
          text(peer),
          payloadType);
    }
  }

  void unauthenticated(InetSocketAddress peer, long now) {
    malformed(peer, "SRTP authentication failed, or the packet came before", now);
  }

  void latched(InetSocketAddress peer) {
    log.info("{}: the far end sends from {}: sending there from now on", leg, text(peer));
  }

  void failure(Throwable cause) {
    if (!failureTold) {
      failureTold = true;
      log.warn("{}: sending or receiving failed, going on: {}", leg, cause.toString());
    }
  }

  void closed(String reason) {
    log.info("{}: closed: {}", leg, reason);
  }

  private static String text(InetSocketAddress address) {
    return NetUtil.toSocketAddressString(address);
  }
}
