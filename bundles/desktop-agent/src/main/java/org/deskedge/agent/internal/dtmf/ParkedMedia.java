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
package org.deskedge.agent.internal.dtmf;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.deskedge.agent.internal.sdp.EventFormat;
import org.deskedge.agent.internal.sdp.ParkedPorts;
import org.deskedge.agent.internal.sdp.Sdp;
import org.deskedge.agent.internal.sdp.SdpParking;
import org.deskedge.rtp.event.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media of one parked softphone. Parked without events it has the ports that swallow everything
 * and send nothing; parked with events it has a stream of its own. To be used on the agent's
 * thread.
 */
public final class ParkedMedia implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ParkedMedia.class);

  private final EventLoop loop;
  private final SdpParking silent;
  private final boolean eventsWanted;
  private final EventListener listener;
  private Optional<EventStream> stream = Optional.empty();

  /**
   * Prepares to park a softphone.
   *
   * @param silent parks without events
   * @param eventsWanted whether the softphone is to send and take events by RTP, where the edge
   *     carries them
   * @param listener hears of the softphone's events
   */
  public ParkedMedia(
      EventLoop loop, SdpParking silent, boolean eventsWanted, EventListener listener) {
    this.loop = loop;
    this.silent = silent;
    this.eventsWanted = eventsWanted;
    this.listener = listener;
  }

  /** Returns whether an offer of the softphone's can be answered. */
  public boolean takes(String offer) {
    return silent.answer(offer).isPresent();
  }

  /**
   * Returns the description that parks the softphone: an answer to its offer, or an offer.
   *
   * @param softphoneOffer empty if it made none
   * @param edgeHasEvents whether the edge carries telephone events in this call
   */
  public String park(Optional<String> softphoneOffer, boolean edgeHasEvents) {
    SdpParking parking = eventsWanted && edgeHasEvents ? withEvents() : silent;
    Optional<String> answer = softphoneOffer.flatMap(parking::answer);
    if (answer.isEmpty()) {
      return parking.offer();
    }
    agree(softphoneOffer);
    return answer.get();
  }

  /** Takes the softphone's offer or answer: where it has its RTP, and whether it takes events. */
  public void agree(Optional<String> softphoneSdp) {
    Optional<Sdp> sdp = softphoneSdp.flatMap(Sdp::parse);
    if (sdp.isEmpty() || stream.isEmpty()) {
      return;
    }
    Optional<InetSocketAddress> address = sdp.get().rtpAddress();
    Optional<EventFormat> events = EventFormat.in(sdp.get());
    if (address.isPresent() && events.isPresent()) {
      stream
          .get()
          .agree(address.get(), events.get(), sdp.get().flow().receives() ? events : none());
    }
  }

  /** Sends the softphone a digit by RTP; returns false if it does not take any that way. */
  public boolean play(Digit digit) {
    return stream.isPresent() && stream.get().play(digit);
  }

  private static Optional<EventFormat> none() {
    return Optional.empty();
  }

  private SdpParking withEvents() {
    try {
      if (stream.isEmpty()) {
        stream = Optional.of(new EventStream(loop, ParkedPorts.forEvents(), listener));
      }
      return SdpParking.withEvents(stream.get().port());
    } catch (IOException e) {
      LOG.warn("softphone parked without telephone events: {}", e.getMessage());
      return silent;
    }
  }

  @Override
  public void close() {
    stream.ifPresent(EventStream::close);
    stream = Optional.empty();
  }
}
