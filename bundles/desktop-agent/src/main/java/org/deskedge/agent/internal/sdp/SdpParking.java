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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the session descriptions that keep the softphone's call up without voice: the voice of the
 * call is at the edge, and the desktop is to spend nothing on it.
 *
 * <p>Parked without events, a description is a valid offer or answer with {@code a=inactive}, so
 * the softphone neither sends nor expects voice. A section with port 0 would say the same, but
 * means "refused", and softphones hang up on it; hence a real port. The address is loopback and the
 * port is bound and never read, so that what a softphone sends nevertheless (RTCP, keep-alives)
 * leaves no error behind. Safe for use by any thread.
 */
public final class SdpParking {

  private static final List<String> OFFERED =
      List.of(
          "a=rtpmap:0 PCMU/8000",
          "a=rtpmap:8 PCMA/8000",
          "a=rtpmap:9 G722/8000",
          "a=rtpmap:96 opus/48000/2");

  private static final List<String> EVENTS =
      List.of(
          "a=rtpmap:101 telephone-event/8000",
          "a=fmtp:101 0-16",
          "a=rtpmap:102 telephone-event/48000",
          "a=fmtp:102 0-16");

  private final int port;
  private final boolean events;

  /**
   * Creates the parking.
   *
   * @param port UDP port on loopback that swallows what is sent to it
   */
  public SdpParking(int port) {
    this(port, false);
  }

  private SdpParking(int port, boolean events) {
    this.port = port;
    this.events = events;
  }

  /**
   * Creates a parking with a running stream, in which the softphone sends and takes telephone
   * events; phones send none in an inactive one.
   *
   * @param port UDP port on loopback where events are read
   */
  public static SdpParking withEvents(int port) {
    return new SdpParking(port, true);
  }

  /** Returns an offer with the codecs every softphone has some of. */
  public String offer() {
    List<String> audio = new ArrayList<>();
    audio.add("m=audio " + port + " RTP/AVP 0 8 9 96" + (events ? " 101 102" : ""));
    audio.addAll(OFFERED);
    if (events) {
      audio.addAll(EVENTS);
    }
    audio.add("a=" + (events ? Flow.SENDRECV : Flow.INACTIVE).attribute());
    return new Sdp(head(), List.of(audio)).text();
  }

  /**
   * Answers the softphone's offer: its first audio section is parked with its first voice codec,
   * every other section is refused.
   *
   * @return empty if the offer has no audio in plain RTP, which cannot be parked
   */
  public Optional<String> answer(String offer) {
    return Sdp.parse(offer).flatMap(this::answer).map(Sdp::text);
  }

  private Optional<Sdp> answer(Sdp offer) {
    Optional<Integer> audio = offer.audio();
    if (audio.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> media = new ArrayList<>();
    for (int i = 0; i < offer.media().size(); i++) {
      List<String> section = offer.media().get(i);
      if (i != audio.get()) {
        media.add(List.of(MediaLine.of(section.get(0)).refusal()));
        continue;
      }
      Optional<List<String>> parked = park(section, offer.flow());
      if (parked.isEmpty()) {
        return Optional.empty();
      }
      media.add(parked.get());
    }
    return Optional.of(new Sdp(head(), media));
  }

  private Optional<List<String>> park(List<String> section, Flow offered) {
    MediaLine line = MediaLine.of(section.get(0));
    if (!line.transport().equals("RTP/AVP") && !line.transport().equals("RTP/AVPF")) {
      return Optional.empty();
    }
    return line.formats().stream()
        .filter(format -> !isEvents(section, format))
        .findFirst()
        .map(format -> park(section, line, format, offered));
  }

  private List<String> park(List<String> section, MediaLine line, String format, Flow offered) {
    List<String> formats = new ArrayList<>(List.of(format));
    if (events) {
      EventFormat.in(section).ifPresent(e -> formats.add(Integer.toString(e.payloadType())));
    }
    boolean running = formats.size() > 1;
    List<String> parked = new ArrayList<>();
    parked.add("m=audio " + port + " " + line.transport() + " " + String.join(" ", formats));
    section.stream()
        .filter(
            l ->
                formats.stream()
                    .anyMatch(
                        f ->
                            l.startsWith("a=rtpmap:" + f + " ")
                                || l.startsWith("a=fmtp:" + f + " ")))
        .forEach(parked::add);
    parked.add("a=" + (running ? offered.reversed() : Flow.INACTIVE).attribute());
    return parked;
  }

  /** Events are no voice; without them a softphone sends DTMF as INFO. */
  private static boolean isEvents(List<String> section, String format) {
    return section.stream().anyMatch(l -> l.startsWith("a=rtpmap:" + format + " telephone-event/"));
  }

  private static List<String> head() {
    return List.of("v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "c=IN IP4 127.0.0.1", "t=0 0");
  }
}
