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

import java.util.Optional;
import java.util.function.Consumer;
import org.deskedge.api.call.CallId;
import org.deskedge.api.call.CallState;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.media.TelephoneEvent;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.EventNotice;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.VoipPdu;

/**
 * One call: what it holds, and its states {@link CallState}. Everything happens on the session's
 * event loop.
 *
 * <p>Sending may end the control channel, and with it this call, before it returns; so it is always
 * the last thing done.
 */
final class Call implements VoiceLease.Holder {

  private final DesktopSession session;
  private final EstablishRequest request;
  private final CallTable table;
  private final Consumer<VoipPdu> out;
  private final Runnable ended;
  private final CallId id;
  private final CallView view;
  private final long place;
  private MediaLeg leg;
  private VoiceLease voice;
  private EstablishConfirm confirm;
  private long lastModification;
  private VoipPdu lastAnswer;
  private final EventGate events = new EventGate();

  /**
   * Makes a call that the table has admitted, and enters it there.
   *
   * @param out takes PDUs for the agent
   * @param ended told once, when the call holds nothing any more
   */
  Call(
      DesktopSession session,
      EstablishRequest request,
      CallTable table,
      Consumer<VoipPdu> out,
      Runnable ended) {
    this.session = session;
    this.request = request;
    this.table = table;
    this.out = out;
    this.ended = ended;
    this.id = new CallId(session.id(), request.call());
    this.view = new CallView(id, request);
    this.place = table.enter(view);
  }

  CallId id() {
    return id;
  }

  /** Returns whether the voice channel is this call's, or may still become it. */
  boolean holdsVoice() {
    return voice != null && !voice.isOver();
  }

  /** Reserves the port and asks for the voice channel; CONFIRM or REJECT follows. */
  void open(MediaRelay relay) {
    try {
      leg = relay.reserve(session);
      view.leg(leg);
      leg.telephoneEvents(this::heard);
      String sdp = request.sdp().isPresent() ? leg.answer(request.sdp().get()) : leg.offer();
      confirm = new EstablishConfirm(request.call(), request.transaction(), sdp);
    } catch (MediaException e) {
      refuse(reason(e), e.getMessage());
      return;
    }
    voice = new VoiceLease(session, leg, this);
    voice.open();
  }

  @Override
  public void voiceOpened() {
    view.change(CallState.READY, MediaDirection.INACTIVE);
    table.countEstablished();
    CallLog.established(view.info());
    out.accept(confirm);
  }

  @Override
  public void voiceRefused(Reason reason, String text) {
    refuse(reason, text);
  }

  @Override
  public void voiceLost(String text) {
    release("the client", Reason.CLIENT_GONE, text);
    out.accept(new Release(request.call(), Reason.CLIENT_GONE, text));
  }

  /** Returns whether a request for this call's number is this call's own request again. */
  boolean isAbout(EstablishRequest other) {
    return other.transaction() == request.transaction();
  }

  /** Answers the repeated request as before; not at all while the first answer is to come. */
  void repeatAnswer() {
    if (view.state() != CallState.OPENING) {
      out.accept(confirm);
    }
  }

  void modify(ModificationRequest modification) {
    if (lastAnswer == null || lastModification != modification.transaction()) {
      lastAnswer = apply(modification);
      lastModification = modification.transaction();
    }
    out.accept(lastAnswer);
  }

  /** Sends an event of the agent's to the far end; an event that cannot be sent is rejected. */
  void send(EventNotice notice) {
    EventReject reject = trySend(notice);
    if (reject != null) {
      CallLog.refused(id, reject);
      out.accept(reject);
    }
  }

  private EventReject trySend(EventNotice notice) {
    if (view.state() != CallState.ACTIVE) {
      return reject(notice, Reason.PROTOCOL_ERROR, "no voice has flowed yet");
    }
    if (notice.event() > TelephoneEvent.FLASH || notice.durationMillis() == 0) {
      return reject(
          notice,
          Reason.NO_EVENT,
          "event " + notice.event() + " for " + notice.durationMillis() + " ms is not sent");
    }
    try {
      leg.send(event(notice.event(), notice.durationMillis()));
      return null;
    } catch (MediaException e) {
      return reject(notice, reason(e), e.getMessage());
    }
  }

  private static EventReject reject(EventNotice notice, Reason reason, String text) {
    return new EventReject(notice.call(), notice.transaction(), reason, text);
  }

  private static TelephoneEvent event(int code, int millis) {
    return new TelephoneEvent(code, Math.min(millis, TelephoneEvent.MAX_DURATION_MILLIS));
  }

  private void heard(TelephoneEvent event) {
    if (view.state() == CallState.ACTIVE && events.admit(System.nanoTime())) {
      out.accept(new EventNotice(request.call(), 0, event.event(), event.durationMillis()));
    }
  }

  /** Gives back everything the call holds, and says nothing to the agent. */
  void release(String by, Reason reason, String text) {
    try {
      if (view.state() == CallState.OPENING) {
        CallLog.withdrawn(id, by, reason, text);
      } else {
        table.countReleased();
        CallLog.released(view.info(), by, reason, text);
      }
    } finally {
      giveBack();
    }
  }

  private VoipPdu apply(ModificationRequest modification) {
    if (view.state() == CallState.OPENING) {
      return refuse(modification, Reason.PROTOCOL_ERROR, "the call is not confirmed yet");
    }
    try {
      Optional<String> answer = Optional.empty();
      switch (modification.role()) {
        case NONE -> {}
        case OFFER -> answer = Optional.of(leg.answer(modification.sdp().orElseThrow()));
        case ANSWER -> leg.accept(modification.sdp().orElseThrow());
      }
      MediaDirection direction = direction(modification);
      leg.direction(direction);
      view.change(CallState.ACTIVE, direction);
      return new ModificationConfirm(modification.call(), modification.transaction(), answer);
    } catch (MediaException e) {
      return refuse(modification, reason(e), e.getMessage());
    }
  }

  private VoipPdu refuse(ModificationRequest modification, Reason reason, String text) {
    ModificationReject answer =
        new ModificationReject(modification.call(), modification.transaction(), reason, text);
    CallLog.refused(id, answer);
    return answer;
  }

  private void refuse(Reason reason, String text) {
    EstablishReject answer =
        new EstablishReject(request.call(), request.transaction(), reason, text);
    CallLog.refused(id, request, answer);
    table.countRejected();
    giveBack();
    out.accept(answer);
  }

  private void giveBack() {
    if (events.dropped() > 0) {
      CallLog.flooded(id, events.dropped());
    }
    view.change(CallState.RELEASED, MediaDirection.INACTIVE);
    table.leave(place);
    ended.run();
    try {
      if (leg != null) {
        leg.close();
      }
    } finally {
      if (voice != null) {
        voice.release();
      }
    }
  }

  private static MediaDirection direction(ModificationRequest modification) {
    return switch (modification.direction()) {
      case INACTIVE -> MediaDirection.INACTIVE;
      case SENDONLY -> MediaDirection.SENDONLY;
      case RECVONLY -> MediaDirection.RECVONLY;
      case SENDRECV -> MediaDirection.SENDRECV;
    };
  }

  private static Reason reason(MediaException e) {
    return switch (e.reason()) {
      case NO_PORT -> Reason.NO_PORT;
      case UNUSABLE_SDP -> Reason.UNUSABLE_SDP;
      case NO_EVENT -> Reason.NO_EVENT;
      case EVENTS_WAIT -> Reason.LIMIT;
    };
  }
}
