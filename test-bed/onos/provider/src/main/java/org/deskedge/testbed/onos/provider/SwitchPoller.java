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
package org.deskedge.testbed.onos.provider;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.onosproject.openflow.controller.Dpid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every connected switch something at an interval, all of them with one thread. What is asked
 * must not block. Safe for use by many threads.
 */
final class SwitchPoller implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SwitchPoller.class);

  private final ScheduledThreadPoolExecutor thread;
  private final Map<Dpid, Future<?>> polls = new ConcurrentHashMap<>();
  private final Duration first;
  private final Duration interval;
  private final Consumer<Dpid> question;

  /**
   * Nothing is asked yet.
   *
   * @param name of the thread
   * @param first time from {@link #start} to the first question, at least; up to one interval more,
   *     so that switches which come back together are not all asked at once
   * @param interval time between questions
   */
  SwitchPoller(String name, Duration first, Duration interval, Consumer<Dpid> question) {
    this.thread = new ScheduledThreadPoolExecutor(1, task -> daemon(name, task));
    this.thread.setRemoveOnCancelPolicy(true);
    this.first = first;
    this.interval = interval;
    this.question = question;
  }

  /** Starts asking a switch; starts over if it is asked already. */
  void start(Dpid dpid) {
    long apart = interval.toMillis();
    long delay = first.toMillis() + ThreadLocalRandom.current().nextLong(apart);
    Future<?> poll =
        thread.scheduleWithFixedDelay(() -> ask(dpid), delay, apart, TimeUnit.MILLISECONDS);
    cancel(polls.put(dpid, poll));
  }

  /** Stops asking a switch. */
  void stop(Dpid dpid) {
    cancel(polls.remove(dpid));
  }

  private void ask(Dpid dpid) {
    try {
      question.accept(dpid);
    } catch (RuntimeException e) {
      // Thrown on, it would be the last question to this switch.
      log.warn("Polling {} failed", dpid, e);
    }
  }

  /** Stops asking; no question is under way afterwards, or only one that is about to end. */
  @Override
  public void close() {
    thread.shutdownNow();
    polls.clear();
  }

  private static void cancel(Future<?> poll) {
    if (poll != null) {
      poll.cancel(false);
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
