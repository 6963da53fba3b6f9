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
package org.deskedge.mediarelay.internal;

import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.TelephoneEvent;
import org.deskedge.rtp.sdp.AgreedStream;
import org.deskedge.rtp.sdp.OfferAnswer;
import org.deskedge.rtp.sdp.SdpException;
import org.deskedge.rtp.sdp.SdpParser;
import org.deskedge.rtp.sdp.SdpWriter;

/**
 * One call's media as call control sees it: session descriptions, direction, telephone events and
 * figures.
 *
 * <p>Voice flows to the far end only where both the call and the far end's session description let
 * it, and to the client where the call lets it.
 */
final class RtpLeg implements MediaLeg {

  private final EventLoop loop;
  private final LegParts parts;
  private final LegPorts ports;
  private final OfferAnswer offerAnswer;
  private final LegFigures figures;
  private MediaDirection direction = MediaDirection.INACTIVE;
  private volatile AgreedStream agreed;
  private boolean closed;

  /**
   * Joins the parts of a leg.
   *
   * @param ports bound, with the parts as their receivers
   */
  RtpLeg(EventLoop loop, LegParts parts, LegPorts ports, RelaySettings settings) {
    this.loop = loop;
    this.parts = parts;
    this.ports = ports;
    this.figures = new LegFigures(parts, ports.addresses());
    this.offerAnswer =
        new OfferAnswer(
            ports.addresses(), settings.media(), ThreadLocalRandom.current().nextLong() >>> 1);
  }

  @Override
  public String offer() {
    return SdpWriter.write(offerAnswer.offer());
  }

  @Override
  public String answer(String sdp) throws MediaException {
    try {
      OfferAnswer.Answer answer = offerAnswer.answer(SdpParser.parse(sdp));
      agree(answer.stream());
      return SdpWriter.write(answer.description());
    } catch (SdpException e) {
      throw new MediaException(MediaException.Reason.UNUSABLE_SDP, e.getMessage());
    }
  }

  @Override
  public void accept(String sdp) throws MediaException {
    try {
      agree(offerAnswer.accept(SdpParser.parse(sdp)));
    } catch (SdpException e) {
      throw new MediaException(MediaException.Reason.UNUSABLE_SDP, e.getMessage());
    }
  }

  @Override
  public void direction(MediaDirection wanted) {
    direction = wanted;
    apply();
  }

  @Override
  public void captured(short[] samples, int length) {
    parts.pump().captured(samples, length);
  }

  @Override
  public void send(TelephoneEvent event) throws MediaException {
    if (!parts.pump().isSending()) {
      throw new MediaException(
          MediaException.Reason.NO_EVENT, "nothing may be sent to the far end now");
    }
    if (!parts.sender().takesEvents()) {
      throw new MediaException(
          MediaException.Reason.NO_EVENT, "the far end takes no telephone events");
    }
    if (!parts.sender().event(event.event(), event.durationMillis())) {
      throw new MediaException(
          MediaException.Reason.EVENTS_WAIT, "too many telephone events wait to be sent");
    }
  }

  @Override
  public void telephoneEvents(Consumer<TelephoneEvent> listener) {
    parts.events().listener(listener);
  }

  @Override
  public void closed(String reason) {
    if (!closed) {
      parts.log().closed(reason);
    }
    close();
  }

  @Override
  public MediaStatistics statistics() {
    return figures.snapshot(Optional.ofNullable(agreed));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      apply();
      parts.events().close();
      parts.rtcp().close();
    }
    ports.close();
  }

  /** Closes the leg from any thread. */
  void closeFromAnyThread() {
    try {
      loop.execute(this::close);
    } catch (RejectedExecutionException e) {
      // The event loop is gone, and closed its channels as it went.
    }
  }

  private void agree(AgreedStream stream) {
    InetSocketAddress remote = stream.remote();
    parts.guard().agree(stream.srtp());
    parts.farEnd().tell(remote, System.nanoTime());
    LegSockets sockets = ports.at(stream.local());
    parts.pump().agree(sockets.rtp(), stream);
    parts.muxed(stream.rtcpMux());
    parts
        .rtcp()
        .agree(
            stream.rtcpMux() ? sockets.rtp() : sockets.rtcp(),
            stream.remoteRtcp(),
            stream.rtcpMux(),
            stream.voipMetrics());
    agreed = stream;
    apply();
  }

  private void apply() {
    AgreedStream stream = agreed;
    boolean farEndListens = stream != null && stream.direction().sends();
    parts
        .pump()
        .flow(!closed && direction.sends() && farEndListens, !closed && direction.receives());
  }
}
