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

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.CallQuality;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.PlayoutStatistics;
import org.deskedge.api.media.PortRangeUsage;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RefusedPackets;
import org.deskedge.api.media.SentStatistics;
import org.deskedge.api.media.TelephoneEvent;

/** A media relay that counts its legs; session descriptions are plain words. */
final class FakeRelay implements MediaRelay {

  static final String UNUSABLE = "v=0 only video";

  /** The SDP that makes a leg fail as no leg should. */
  static final String BREAKING = "v=0 breaking";

  final List<Leg> legs = new ArrayList<>();
  boolean full;

  @Override
  public synchronized MediaLeg reserve(DesktopSession session) throws MediaException {
    if (full) {
      throw new MediaException(MediaException.Reason.NO_PORT, "all ports are in use");
    }
    Leg leg = new Leg(session, 20_000 + 2 * legs.size());
    legs.add(leg);
    return leg;
  }

  @Override
  public PortRangeUsage ports() {
    return new PortRangeUsage((int) openLegs(), 500);
  }

  synchronized long openLegs() {
    return legs.stream().filter(leg -> leg.closes == 0).count();
  }

  synchronized boolean everyLegClosedOnce() {
    return legs.stream().allMatch(leg -> leg.closes == 1);
  }

  /** One reserved port. */
  static final class Leg implements MediaLeg {
    final int port;
    final List<String> offers = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final List<String> endings = new ArrayList<>();
    MediaDirection direction = MediaDirection.INACTIVE;
    final List<TelephoneEvent> events = new ArrayList<>();
    Consumer<TelephoneEvent> farEnd;
    MediaException.Reason refusal;
    int captured;
    int closes;
    private final DesktopSession session;

    Leg(DesktopSession session, int port) {
      this.session = session;
      this.port = port;
    }

    @Override
    public String offer() {
      return "offer on " + port;
    }

    @Override
    public String answer(String sdp) throws MediaException {
      check(sdp);
      offers.add(sdp);
      return "answer " + offers.size() + " on " + port;
    }

    @Override
    public void accept(String sdp) throws MediaException {
      check(sdp);
      answers.add(sdp);
    }

    private void check(String sdp) throws MediaException {
      if (closes > 0) {
        throw new IllegalStateException("used after it was closed");
      }
      if (sdp.equals(BREAKING)) {
        throw new IllegalStateException("broken on purpose");
      }
      if (sdp.equals(UNUSABLE)) {
        throw new MediaException(MediaException.Reason.UNUSABLE_SDP, "no audio\r\nin it");
      }
    }

    @Override
    public void direction(MediaDirection newDirection) {
      direction = newDirection;
    }

    @Override
    public void captured(short[] samples, int length) {
      if (closes > 0) {
        throw new IllegalStateException("used after it was closed");
      }
      captured += length;
    }

    @Override
    public void closed(String reason) {
      endings.add(reason);
    }

    @Override
    public void send(TelephoneEvent event) throws MediaException {
      if (refusal != null) {
        throw new MediaException(refusal, "not sent");
      }
      events.add(event);
    }

    @Override
    public void telephoneEvents(Consumer<TelephoneEvent> listener) {
      farEnd = listener;
    }

    @Override
    public MediaStatistics statistics() {
      return new MediaStatistics(
          new InetSocketAddress("192.0.2.1", port),
          Optional.of(new InetSocketAddress("192.0.2.9", 4000)),
          Optional.empty(),
          OptionalDouble.of(31.5),
          new ReceivedStatistics(
              Optional.of("PCMA"),
              49,
              49 * 160,
              1,
              4,
              5,
              6,
              new RefusedPackets(2, 1, 0),
              0,
              OptionalDouble.of(1.25),
              new PlayoutStatistics(
                  OptionalDouble.of(40), OptionalDouble.of(40), 60, 0, 0, OptionalDouble.empty())),
          new SentStatistics(Optional.of("PCMU"), 50, 50 * 160, 0, Optional.empty()),
          session.voice().statistics(),
          new CallQuality(
              new ListeningQuality(
                  OptionalDouble.of(95), OptionalDouble.of(91.04), OptionalDouble.of(4.38)),
              ListeningQuality.UNKNOWN));
    }

    @Override
    public void close() {
      closes++;
    }
  }
}
