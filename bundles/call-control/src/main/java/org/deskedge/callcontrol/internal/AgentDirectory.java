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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.session.SessionId;
import org.deskedge.voip.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every open control channel, and which of them serves a session. Safe for use by any thread.
 *
 * <p>Its size is bounded by the control channels that sessions let desktops open.
 */
final class AgentDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(AgentDirectory.class);

  /** Longest wait for the event loops at the end; a loop that is later than this is stuck. */
  private static final long STOP_MILLIS = 2_000;

  private final Set<AgentChannel> open = ConcurrentHashMap.newKeySet();
  private final Map<SessionId, AgentChannel> serving = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /** Adds a channel; returns false if it came too late and is to be ended. */
  boolean add(AgentChannel channel) {
    open.add(channel);
    // read after adding: a channel that sees no stop here is seen by stop
    return !stopped;
  }

  /** Makes a channel the one that serves its session, unless there is one already. */
  boolean serve(SessionId session, AgentChannel channel) {
    return serving.putIfAbsent(session, channel) == null;
  }

  void remove(SessionId session, AgentChannel channel) {
    open.remove(channel);
    serving.remove(session, channel);
  }

  /** Ends every channel, each on its own event loop, and waits until that is done. */
  void stop() {
    stopped = true;
    List<AgentChannel> channels = List.copyOf(open);
    CountDownLatch running = new CountDownLatch(channels.size());
    for (AgentChannel channel : channels) {
      Runnable end =
          () -> {
            try {
              channel.end(Reason.SHUTDOWN, "the edge's call control is being stopped");
            } finally {
              running.countDown();
            }
          };
      try {
        if (channel.eventLoop().inEventLoop()) {
          end.run();
        } else {
          channel.eventLoop().execute(end);
        }
      } catch (RejectedExecutionException e) {
        // the loop is gone, and with it the session and all it held
        running.countDown();
      }
    }
    await(running);
  }

  private static void await(CountDownLatch running) {
    try {
      if (!running.await(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("{} control channels did not end within {} ms", running.getCount(), STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
