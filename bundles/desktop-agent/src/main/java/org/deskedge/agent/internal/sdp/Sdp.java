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
package org.deskedge.agent.internal.sdp;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session description (RFC 4566) as lines, of which this agent reads and changes only the origin
 * and the direction of the audio; everything else is carried as it came.
 *
 * @param session the lines before the first {@code m=}, without line ends
 * @param media the media sections, each beginning with its {@code m=} line
 */
public record Sdp(List<String> session, List<List<String>> media) {

  /** Longest description read, in characters: larger than any a VOIP PDU can carry. */
  public static final int MAX_LENGTH = 16 * 1024;

  private static final Set<String> NO_ADDRESS = Set.of("0.0.0.0", "::");

  /** Copies the lists. */
  public Sdp {
    session = List.copyOf(session);
    media = media.stream().map(List::copyOf).toList();
  }

  /** Reads a description; empty if it is none, or longer than {@link #MAX_LENGTH}. */
  public static Optional<Sdp> parse(String text) {
    if (text.length() > MAX_LENGTH || !text.startsWith("v=0")) {
      return Optional.empty();
    }
    List<String> session = new ArrayList<>();
    List<List<String>> media = new ArrayList<>();
    List<String> section = session;
    for (String raw : text.split("\n", -1)) {
      String line = raw.strip();
      if (line.startsWith("m=")) {
        section = new ArrayList<>();
        media.add(section);
      }
      if (!line.isEmpty()) {
        section.add(line);
      }
    }
    return Optional.of(new Sdp(session, media));
  }

  /** Returns the index of the first audio section that is not refused; empty if there is none. */
  public Optional<Integer> audio() {
    for (int i = 0; i < media.size(); i++) {
      MediaLine line = MediaLine.of(media.get(i).get(0));
      if (line.type().equals("audio") && !line.port().equals("0")) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Returns the direction of the audio, as the writer of this description sees it. */
  public Flow flow() {
    Flow flow = lastFlow(session, Flow.SENDRECV);
    Flow written = audio().map(i -> lastFlow(media.get(i), flow)).orElse(Flow.INACTIVE);
    // hold as it was before RFC 3264 (section 8.4): nothing can be sent to no address
    boolean held = connection().filter(NO_ADDRESS::contains).isPresent();
    return held ? written.and(Flow.SENDONLY) : written;
  }

  /**
   * Returns where the writer has the RTP of its audio; empty if it has none, or gives no literal
   * address.
   */
  public Optional<InetSocketAddress> rtpAddress() {
    return audio()
        .map(i -> MediaLine.of(media.get(i).get(0)).port())
        .filter(port -> port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535)
        .flatMap(
            port ->
                connection()
                    .filter(NetUtil::isValidIpV4Address)
                    .or(() -> connection().filter(NetUtil::isValidIpV6Address))
                    .map(address -> new InetSocketAddress(address, Integer.parseInt(port))));
  }

  /** Returns the address of the audio's connection line as written, else of the session's. */
  private Optional<String> connection() {
    return audio().flatMap(i -> connection(media.get(i))).or(() -> connection(session));
  }

  private static Optional<String> connection(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("c=IN IP"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst();
  }

  /** Returns this description with another direction of the audio. */
  public Sdp withFlow(Flow flow) {
    List<List<String>> changed = new ArrayList<>(media);
    audio()
        .ifPresent(
            i -> {
              List<String> section = new ArrayList<>(media.get(i));
              section.removeIf(line -> Flow.fromLine(line).isPresent());
              section.add("a=" + flow.attribute());
              changed.set(i, section);
            });
    return new Sdp(session, changed);
  }

  /** Returns the origin (RFC 4566 section 5.2); empty if it is missing or broken. */
  public Optional<Origin> origin() {
    return session.stream().filter(line -> line.startsWith("o=")).findFirst().flatMap(Origin::of);
  }

  /** Returns this description under another origin. */
  public Sdp withOrigin(Origin origin) {
    List<String> changed = new ArrayList<>(session);
    changed.replaceAll(line -> line.startsWith("o=") ? origin.line() : line);
    return new Sdp(changed, media);
  }

  /** Returns the description as it goes on the wire. */
  public String text() {
    StringBuilder out = new StringBuilder();
    session.forEach(line -> out.append(line).append("\r\n"));
    media.forEach(section -> section.forEach(line -> out.append(line).append("\r\n")));
    return out.toString();
  }

  private static Flow lastFlow(List<String> lines, Flow fallback) {
    return lines.stream()
        .map(Flow::fromLine)
        .flatMap(Optional::stream)
        .reduce(fallback, (first, second) -> second);
  }

  /**
   * Who wrote a description, and which one of theirs it is.
   *
   * @param before user name and session id, as written
   * @param version grows by one with each description of the session
   * @param after network type, address type and address, as written
   */
  public record Origin(String before, BigInteger version, String after) {

    private static final Pattern LINE =
        Pattern.compile("o=(\\S+ \\S+) (\\d{1,20}) (\\S+ \\S+ \\S+)");

    static Optional<Origin> of(String line) {
      Matcher m = LINE.matcher(line);
      return m.matches()
          ? Optional.of(new Origin(m.group(1), new BigInteger(m.group(2)), m.group(3)))
          : Optional.empty();
    }

    /** Returns the same origin with another version. */
    public Origin at(BigInteger version) {
      return new Origin(before, version, after);
    }

    String line() {
      return "o=" + before + " " + version + " " + after;
    }
  }
}
