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
package org.deskedge.testbed.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.deskedge.testbed.process.TestBedException;

/**
 * The control connection of one baresip (its module ctrl_tcp): commands and events as JSON in
 * netstrings. Thread-safe.
 */
final class BaresipControl implements AutoCloseable {
  /** Events and answers kept until somebody asks for them; the oldest go first. */
  static final int MOST_KEPT = 1000;

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final OutputStream out;
  private final AutoCloseable connection;
  private final Thread reader;
  private final Deque<PhoneEvent> events = new ArrayDeque<>();
  private final Deque<JsonNode> answers = new ArrayDeque<>();
  private int commands;
  private boolean ended;

  BaresipControl(String name, InputStream in, OutputStream out, AutoCloseable connection) {
    this.name = name;
    this.out = out;
    this.connection = connection;
    this.reader = new Thread(() -> read(new BufferedInputStream(in)), name + "-events");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream in) {
    try (in) {
      for (String text = Netstring.read(in); text != null; text = Netstring.read(in)) {
        Instant now = Instant.now();
        keep(JSON.readTree(text), now.getEpochSecond() * 1_000_000_000L + now.getNano());
      }
    } catch (IOException e) {
      // The phone ended, or was ended: whoever still waits is told that the connection did.
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }

  private synchronized void keep(JsonNode message, long nanos) {
    if (message.path("event").asBoolean()) {
      events.add(
          new PhoneEvent(message.path("type").asText(), message.path("param").asText(), nanos));
    } else {
      answers.add(message);
    }
    if (events.size() > MOST_KEPT) {
      events.remove();
    }
    if (answers.size() > MOST_KEPT) {
      answers.remove();
    }
    notifyAll();
  }

  /**
   * Gives a command and waits for the answer.
   *
   * @return the answer's text
   * @throws TestBedException if baresip refuses or does not answer within 10 s
   */
  String command(String command, String parameters) {
    String token;
    synchronized (this) {
      token = "t" + commands++;
      ObjectNode message = JSON.createObjectNode();
      message.put("command", command).put("params", parameters).put("token", token);
      try {
        out.write(Netstring.encode(message.toString()));
        out.flush();
      } catch (IOException e) {
        throw new TestBedException(name + " does not take the command " + command, e);
      }
    }
    JsonNode answer = await(() -> answer(token), ANSWER, "an answer to " + command);
    if (!answer.path("ok").asBoolean()) {
      throw new TestBedException(name + " refuses " + command + ": " + answer.path("data"));
    }
    return answer.path("data").asText();
  }

  /** Waits for the next event of a type, and forgets it and those before it. */
  PhoneEvent await(String type, Duration limit) {
    return await(() -> event(type), limit, type);
  }

  /** Forgets the events so far. */
  synchronized void forgetEvents() {
    events.clear();
  }

  private JsonNode answer(String token) {
    return answers.stream()
        .filter(answer -> answer.path("token").asText().equals(token))
        .findFirst()
        .orElse(null);
  }

  private PhoneEvent event(String type) {
    if (events.stream().noneMatch(event -> event.type().equals(type))) {
      return null;
    }
    PhoneEvent event = events.remove();
    while (!event.type().equals(type)) {
      event = events.remove();
    }
    return event;
  }

  private synchronized <T> T await(Supplier<T> wanted, Duration limit, String what) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      T found = wanted.get();
      if (found != null) {
        return found;
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (ended || left <= 0) {
        throw new TestBedException(
            name
                + (ended ? " ended" : " let " + limit.toMillis() + " ms pass")
                + " before "
                + what);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TestBedException("interrupted while waiting for " + what, e);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (Exception e) {
      throw new TestBedException("cannot close the control connection of " + name, e);
    }
  }
}
