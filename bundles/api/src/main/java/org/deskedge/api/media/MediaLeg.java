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
package org.deskedge.api.media;

import java.util.function.Consumer;
import org.deskedge.api.voice.VoiceListener;

/**
 * The far-end leg of one call: an RTP socket at the edge, joined to the session's voice channel.
 *
 * <p>It is the {@link VoiceListener} to open the voice channel with. Nothing is sent or played
 * before {@link #direction(MediaDirection)} allows it. Every method except {@link #statistics()} is
 * to be called on the session's event loop.
 */
public interface MediaLeg extends VoiceListener, AutoCloseable {

  /** Returns this edge's offer: every codec it has, on the reserved port (RFC 3264 section 5). */
  String offer();

  /**
   * Takes the far end's offer and answers it (RFC 3264 section 6).
   *
   * @param sdp the far end's session description
   * @return this edge's session description
   * @throws MediaException with UNUSABLE_SDP; the leg stays as it was
   */
  String answer(String sdp) throws MediaException;

  /**
   * Takes the far end's answer to {@link #offer()}.
   *
   * @param sdp the far end's session description
   * @throws MediaException with UNUSABLE_SDP; the leg stays as it was
   */
  void accept(String sdp) throws MediaException;

  /** Says which way voice may flow from now on; INACTIVE at first. */
  void direction(MediaDirection direction);

  /**
   * Sends a telephone event to the far end in place of voice, after those that wait (RFC 4733).
   *
   * @throws MediaException with NO_EVENT or EVENTS_WAIT; the event is then not sent
   */
  void send(TelephoneEvent event) throws MediaException;

  /**
   * Says who is told of each telephone event of the far end, once it is over; nobody at first.
   *
   * @param listener called on the session's event loop, and not after {@link #close()}
   */
  void telephoneEvents(Consumer<TelephoneEvent> listener);

  /** Returns the figures of this leg. Safe for use by any thread. */
  MediaStatistics statistics();

  /** Stops both directions and gives the port back. */
  @Override
  void close();
}
