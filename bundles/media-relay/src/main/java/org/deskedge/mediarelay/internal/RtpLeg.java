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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.TelephoneEvent;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.rtp.sdp.AgreedStream;
import org.deskedge.rtp.sdp.OfferAnswer;
import org.deskedge.rtp.sdp.RtpMap;
import org.deskedge.rtp.sdp.SdpException;
import org.deskedge.rtp.sdp.SdpParser;
import org.deskedge.rtp.sdp.SdpWriter;

/**
 * One call's media as call control sees it: session descriptions, direction and figures.
 *
 * <p>Voice flows to the far end only where both the call and the far end's session description let
 * it, and to the client where the call lets it.
 */
final class RtpLeg implements MediaLeg {

  private static final List<RtpMap> CODECS = List.of(RtpMap.PCMU, RtpMap.PCMA);

  private final EventLoop loop;
  private final VoiceChannel voice;
  private final InetSocketAddress local;
  private final LegSockets sockets;
  private final VoicePump pump;
  private final LegCounters counters;
  private final LegLog log;
  private final OfferAnswer offerAnswer;
  private MediaDirection direction = MediaDirection.INACTIVE;
  private volatile AgreedStream agreed;
  private boolean closed;

  RtpLeg(
      DesktopSession session,
      InetSocketAddress local,
      LegSockets sockets,
      VoicePump pump,
      LegCounters counters,
      LegLog log) {
    this.loop = session.eventLoop();
    this.voice = session.voice();
    this.local = local;
    this.sockets = sockets;
    this.pump = pump;
    this.counters = counters;
    this.log = log;
    this.offerAnswer =
        new OfferAnswer(
            local, CODECS, VoiceChannel.FRAME_MILLIS, ThreadLocalRandom.current().nextLong() >>> 1);
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
    pump.captured(samples, length);
  }

  @Override
  public void closed(String reason) {
    if (!closed) {
      log.closed(reason);
    }
    close();
  }

  @Override
  public void send(TelephoneEvent event) throws MediaException {
    // the offer names no telephone-event, so no far end has agreed to take any
    throw new MediaException(
        MediaException.Reason.NO_EVENT, "telephone events are not agreed with the far end");
  }

  @Override
  public void telephoneEvents(Consumer<TelephoneEvent> listener) {
    // none can come: packets of payload types that are not agreed are refused
  }

  @Override
  public MediaStatistics statistics() {
    Optional<AgreedStream> stream = Optional.ofNullable(agreed);
    return new MediaStatistics(
        local,
        stream.map(AgreedStream::remote),
        stream.map(known -> known.sending().encodingName()),
        counters.sent(),
        counters.received(),
        counters.lost(),
        counters.late(),
        counters.refused(),
        counters.jitterMillis(),
        counters.concealed(),
        voice.statistics());
  }

  @Override
  public void close() {
    closed = true;
    apply();
    sockets.close();
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
    pump.agree(stream);
    agreed = stream;
    apply();
  }

  private void apply() {
    AgreedStream stream = agreed;
    boolean farEndListens = stream != null && stream.direction().sends();
    pump.flow(!closed && direction.sends() && farEndListens, !closed && direction.receives());
  }
}
