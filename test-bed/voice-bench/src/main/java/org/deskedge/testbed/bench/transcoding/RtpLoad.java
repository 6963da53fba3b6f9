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
package org.deskedge.testbed.bench.transcoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.voice.Speech;

/**
 * Calls through an rtpengine on loopback, each with one codec at one side and another at the other,
 * and a packet every 20 ms from both. A program of its own, to be run in rtpengine's namespace.
 */
public final class RtpLoad {

  private static final int NG_PORT = 2223;
  private static final int ANSWER_MS = 5000;
  private static final long FRAME_NANOS = 20_000_000;
  private static final int WARM_UP_FRAMES = 50;
  private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final DatagramSocket control = new DatagramSocket();
  private final List<RtpParty> parties = new ArrayList<>();
  private int cookie;

  private RtpLoad() throws IOException {
    control.setSoTimeout(ANSWER_MS);
  }

  /**
   * Arguments: process id of rtpengine, the other codec's name, calls, seconds. Prints frames that
   * arrived, frames sent, and rtpengine's processor time in nanoseconds.
   */
  public static void main(String[] arguments) throws IOException {
    ProcessHandle rtpengine = ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow();
    CodecPair pair = CodecPair.with(arguments[1]).orElseThrow();
    List<byte[]> ones = payloads(pair.one());
    List<byte[]> others = payloads(pair.other());
    RtpLoad load = new RtpLoad();
    for (int call = 0; call < Integer.parseInt(arguments[2]); call++) {
      load.setUp(pair, ones, others, call);
    }
    load.run(WARM_UP_FRAMES);
    long arrivedBefore = load.arrived();
    long sentBefore = load.sent();
    Duration before = cpu(rtpengine);
    load.run(Integer.parseInt(arguments[3]) * 50);
    long used = cpu(rtpengine).minus(before).toNanos();
    System.out.println(
        (load.arrived() - arrivedBefore) + " " + (load.sent() - sentBefore) + " " + used);
    System.exit(0); // The sockets go with the process.
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private void setUp(CodecPair pair, List<byte[]> ones, List<byte[]> others, int call)
      throws IOException {
    SpeechCodec one = pair.one();
    SpeechCodec other = pair.other();
    RtpParty caller = new RtpParty(RtpParty.payloadType(one), ones);
    RtpParty called = new RtpParty(RtpParty.payloadType(other), others);
    ObjectNode offer = command("offer", call).put("sdp", caller.sdp(one));
    if (one != other) {
      ObjectNode codec = offer.putObject("codec");
      codec.putArray("mask").add(one.encodingName());
      codec.putArray("transcode").add(other.encodingName());
    }
    String offered = ask(offer).path("sdp").asText();
    called.target(new InetSocketAddress(loopback, port(offered)));
    ObjectNode answer = command("answer", call).put("to-tag", "b").put("sdp", called.sdp(other));
    caller.target(new InetSocketAddress(loopback, port(ask(answer).path("sdp").asText())));
    parties.add(caller);
    parties.add(called);
  }

  private static List<byte[]> payloads(SpeechCodec codec) {
    return CodecPair.payloads(codec, Speech.PERSON.samples(codec.sampleRate()));
  }

  private static ObjectNode command(String command, int call) {
    return JSON.createObjectNode()
        .put("command", command)
        .put("call-id", "load-" + call)
        .put("from-tag", "a")
        .put("ICE", "remove");
  }

  private JsonNode ask(ObjectNode command) throws IOException {
    byte[] request = ("c" + cookie++ + " " + command).getBytes(StandardCharsets.UTF_8);
    control.send(new DatagramPacket(request, request.length, loopback, NG_PORT));
    DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
    control.receive(packet);
    String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    JsonNode answer = JSON.readTree(text.substring(text.indexOf('{')));
    if (!answer.path("result").asText().equals("ok")) {
      throw new TestBedException("rtpengine answers " + command + " with " + answer);
    }
    return answer;
  }

  private static int port(String sdp) {
    Matcher port = PORT.matcher(sdp);
    if (!port.find()) {
      throw new TestBedException("no port in " + sdp);
    }
    return Integer.parseInt(port.group(1));
  }

  /** Sends a packet of each party every 20 ms, the parties spread over that time. */
  private void run(int frames) throws IOException {
    long start = System.nanoTime();
    for (int frame = 0; frame < frames; frame++) {
      for (int i = 0; i < parties.size(); i++) {
        long due = start + frame * FRAME_NANOS + i * FRAME_NANOS / parties.size();
        while (due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        parties.get(i).send();
        parties.get(i).drain();
      }
    }
    for (RtpParty party : parties) {
      party.drain();
    }
  }

  private long arrived() {
    return parties.stream().mapToLong(RtpParty::arrived).sum();
  }

  private long sent() {
    return parties.stream().mapToLong(RtpParty::sent).sum();
  }
}
