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
package org.deskedge.rtp.sdp;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads session descriptions (RFC 8866; layout at {@link SessionDescription}). Lines may end with
 * LF alone, and lines and attributes voice does not need are skipped; length, lines and streams are
 * bounded by the constants of {@link SessionDescription}.
 */
public final class SdpParser {

  private final List<MediaBuilder> media = new ArrayList<>();
  private Origin origin;
  private String name = "-";
  private Optional<InetAddress> connection = Optional.empty();
  private StreamDirection direction = StreamDirection.SENDRECV;
  private boolean begun;

  private SdpParser() {}

  /**
   * Parses a description.
   *
   * @throws SdpException with the line and what is wrong with it
   */
  public static SessionDescription parse(String text) throws SdpException {
    if (text.length() > SessionDescription.MAX_LENGTH) {
      throw new SdpException(
          "longer than " + SessionDescription.MAX_LENGTH + " characters: " + text.length());
    }
    String[] lines = text.split("\r?\n", SessionDescription.MAX_LINES + 1);
    if (lines.length > SessionDescription.MAX_LINES) {
      throw new SdpException("more than " + SessionDescription.MAX_LINES + " lines");
    }
    SdpParser parser = new SdpParser();
    for (int i = 0; i < lines.length; i++) {
      try {
        parser.line(lines[i]);
      } catch (SdpException e) {
        throw new SdpException("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    return parser.finish();
  }

  private void line(String line) throws SdpException {
    if (line.isEmpty()) {
      return;
    }
    if (line.length() < 2 || line.charAt(1) != '=' || line.indexOf('\0') >= 0) {
      throw new SdpException("not of the form x=...: " + SdpException.quote(line));
    }
    String value = line.substring(2);
    if (!begun) {
      require(line.equals("v=0"), "a session description begins with v=0, not ", line);
      begun = true;
      return;
    }
    switch (line.charAt(0)) {
      case 'o' -> origin(value);
      case 's' -> name(value);
      case 'c' -> connection(value);
      case 'm' -> medium(value);
      case 'a' -> attribute(value);
      default -> {
        // b=, t=, i= and the rest say nothing that voice needs
      }
    }
  }

  private void origin(String value) throws SdpException {
    String[] words = value.split(" ", -1);
    require(origin == null, "a second origin: ", value);
    require(words.length == 6 && words[3].equals("IN"), "not an origin: ", value);
    try {
      origin = new Origin(words[0], words[1], words[2], words[4], words[5]);
    } catch (IllegalArgumentException e) {
      throw new SdpException("not an origin: " + SdpException.quote(value));
    }
  }

  private void name(String value) {
    // Some phones send s= with nothing behind it.
    name = SdpText.isLine(value) ? value : "-";
  }

  private void connection(String value) throws SdpException {
    if (media.isEmpty()) {
      connection = Optional.of(SdpAddress.parse(value));
    } else {
      last().connection(SdpAddress.parse(value));
    }
  }

  private void medium(String value) throws SdpException {
    if (media.size() == SessionDescription.MAX_MEDIA) {
      throw new SdpException("more than " + SessionDescription.MAX_MEDIA + " streams");
    }
    media.add(MediaBuilder.parse(value, direction));
  }

  private void attribute(String value) throws SdpException {
    if (media.isEmpty()) {
      direction = StreamDirection.ofAttribute(value).orElse(direction);
    } else {
      last().attribute(value);
    }
  }

  private MediaBuilder last() {
    return media.get(media.size() - 1);
  }

  private SessionDescription finish() throws SdpException {
    if (origin == null) {
      throw new SdpException("no origin: there is no o= line");
    }
    return new SessionDescription(
        origin, name, connection, media.stream().map(MediaBuilder::build).toList());
  }

  private static void require(boolean holds, String problem, String text) throws SdpException {
    if (!holds) {
      throw new SdpException(problem + SdpException.quote(text));
    }
  }
}
