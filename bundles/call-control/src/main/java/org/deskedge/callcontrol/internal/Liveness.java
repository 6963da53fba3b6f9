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
package org.deskedge.callcontrol.internal;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches that an agent says HELLO in time, and then that its heartbeats come. */
final class Liveness {

  /** Heartbeats in a row that may be missing before the agent counts as dead. */
  static final int MISSED_LIMIT = 3;

  private final EventLoop loop;
  private final int helloTimeoutMillis;
  private final Consumer<String> dead;
  private Future<?> timer;
  private boolean heard;
  private int missed;

  /**
   * Makes a watch that is not running yet.
   *
   * @param dead told once, in words, what did not come
   */
  Liveness(EventLoop loop, int helloTimeoutMillis, Consumer<String> dead) {
    this.loop = loop;
    this.helloTimeoutMillis = helloTimeoutMillis;
    this.dead = dead;
  }

  void awaitHello() {
    timer =
        loop.schedule(
            () -> dead.accept("no HELLO within " + helloTimeoutMillis + " ms"),
            helloTimeoutMillis,
            TimeUnit.MILLISECONDS);
  }

  /** HELLO came: from now on heartbeats are expected at this interval. */
  void expectEvery(int intervalMillis) {
    stop();
    // with a delay: after a stall of the loop, what has come meanwhile is read before the next
    // check
    timer =
        loop.scheduleWithFixedDelay(
            () -> check(intervalMillis), intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
  }

  void heard() {
    heard = true;
  }

  void stop() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void check(int intervalMillis) {
    missed = heard ? 0 : missed + 1;
    heard = false;
    if (missed >= MISSED_LIMIT) {
      stop();
      dead.accept(missed + " heartbeats missed at an interval of " + intervalMillis + " ms");
    }
  }
}
