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
package org.deskedge.testbed.farend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * A stock rtpengine in a namespace, all of it in user space (no kernel table). It is spoken to in
 * its ng protocol: a cookie, a blank and a JSON object in one UDP packet, each way.
 */
public final class Rtpengine implements AutoCloseable {

  /** UDP port of its ng protocol, on loopback. */
  static final int NG_PORT = 2223;

  private static final Duration START = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Namespace namespace;
  private final ManagedProcess process;

  private Rtpengine(Namespace namespace, ManagedProcess process) {
    this.namespace = namespace;
    this.process = process;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param address IPv4 address of its RTP ports
   * @param threads that relay media
   * @throws TestBedException if it does not answer within 15 s
   */
  public static Rtpengine start(
      String address, int threads, Namespace namespace, StateDirectory state) {
    ManagedProcess process =
        namespace.start(
            "rtpengine",
            "rtpengine",
            "--foreground",
            "--log-stderr",
            "--log-level=5",
            "--table=-1",
            "--interface=" + address,
            "--listen-ng=127.0.0.1:" + NG_PORT,
            "--num-threads=" + threads,
            "--port-min=30000",
            "--port-max=39999",
            "--delete-delay=60",
            "--pidfile=" + state.folder("rtpengine").resolve("pid"));
    Rtpengine rtpengine = new Rtpengine(namespace, process);
    try {
      Waiting.until("rtpengine that answers", START, rtpengine::answers);
      return rtpengine;
    } catch (RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  /** The version that is installed. */
  public static String version() {
    return Command.of("dpkg-query", "-W", "-f", "${Version}", "rtpengine-daemon").run();
  }

  /** The program itself. */
  public ManagedProcess process() {
    return process;
  }

  private boolean answers() {
    process.requireRunning();
    try {
      return "pong"
          .equals(ask(JSON.createObjectNode().put("command", "ping")).path("result").asText());
    } catch (TestBedException e) {
      return false; // It does not listen yet.
    }
  }

  /**
   * Gives a command.
   *
   * @return what it answers
   * @throws TestBedException if it does not answer
   */
  public JsonNode ask(ObjectNode command) {
    String answer =
        namespace
            .command("socat", "-t2", "-T2", "-", "UDP:127.0.0.1:" + NG_PORT)
            .run("c " + command, ANSWER);
    try {
      return JSON.readTree(answer.substring(answer.indexOf('{')));
    } catch (JsonProcessingException | StringIndexOutOfBoundsException e) {
      throw new TestBedException("rtpengine answers " + command + " with " + answer, e);
    }
  }

  /**
   * RTP packets that it received from an address in the one call that it has, or had within the
   * last minute.
   *
   * @throws TestBedException if there is not one call, or none of its streams is from there
   */
  public long packetsFrom(String address) {
    JsonNode calls = ask(JSON.createObjectNode().put("command", "list")).path("calls");
    if (calls.size() != 1) {
      throw new TestBedException("rtpengine has calls " + calls);
    }
    JsonNode call =
        ask(JSON.createObjectNode().put("command", "query").put("call-id", calls.path(0).asText()));
    for (JsonNode tag : call.path("tags")) {
      JsonNode rtp = tag.path("medias").path(0).path("streams").path(0);
      if (rtp.path("endpoint").path("address").asText().equals(address)) {
        return rtp.path("stats").path("packets").asLong();
      }
    }
    throw new TestBedException("nothing is from " + address + " in " + call);
  }

  /** Ends it. */
  @Override
  public void close() {
    process.stop();
  }
}
