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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deskedge.api.call.CallId;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.EventNotice;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.VoipPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of one control channel: lets them in, finds them, and ends them together. */
final class ChannelCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelCalls.class);

  private final DesktopSession session;
  private final int limit;
  private final MediaRelay relay;
  private final CallTable table;
  private final Supplier<Optional<String>> refusal;
  private final Consumer<VoipPdu> out;
  private final Map<Long, Call> calls = new HashMap<>();

  /** The last call that asked for the session's voice channel; it may be over. */
  private Call voiceOwner;

  /**
   * Makes an empty table.
   *
   * @param limit most calls at once
   * @param refusal asked for each new call: why it may not begin; empty if it may
   */
  ChannelCalls(
      DesktopSession session,
      int limit,
      MediaRelay relay,
      CallTable table,
      Supplier<Optional<String>> refusal,
      Consumer<VoipPdu> out) {
    this.session = session;
    this.limit = limit;
    this.relay = relay;
    this.table = table;
    this.refusal = refusal;
    this.out = out;
  }

  void establish(EstablishRequest request) {
    Call known = calls.get(request.call());
    Optional<String> refused = known == null ? refusal.get() : Optional.empty();
    if (known != null && known.isAbout(request)) {
      known.repeatAnswer();
    } else if (known != null) {
      reject(request, Reason.PROTOCOL_ERROR, "the call exists already");
    } else if (refused.isPresent()) {
      reject(request, Reason.DRAINING, refused.get());
    } else if (calls.size() >= limit) {
      reject(request, Reason.LIMIT, "the session has " + limit + " calls already");
    } else if (session.voice().availability() != VoiceAvailability.AVAILABLE) {
      reject(request, Reason.NO_VOICE, why(session.voice().availability()));
    } else if (voiceOwner != null && voiceOwner.holdsVoice()) {
      reject(request, Reason.BUSY, "another call owns the voice channel");
    } else if (!table.admit()) {
      reject(request, Reason.LIMIT, "the edge has " + table.limit() + " calls already");
    } else {
      Call call = new Call(session, request, table, out, () -> calls.remove(request.call()));
      calls.put(request.call(), call);
      voiceOwner = call;
      call.open(relay);
    }
  }

  void modify(ModificationRequest request) {
    Call call = calls.get(request.call());
    if (call != null) {
      call.modify(request);
      return;
    }
    ModificationReject answer =
        new ModificationReject(
            request.call(), request.transaction(), Reason.UNKNOWN_CALL, "no such call");
    CallLog.refused(id(request.call()), answer);
    out.accept(answer);
  }

  void send(EventNotice notice) {
    Call call = calls.get(notice.call());
    if (call != null) {
      call.send(notice);
      return;
    }
    EventReject answer =
        new EventReject(notice.call(), notice.transaction(), Reason.UNKNOWN_CALL, "no such call");
    CallLog.refused(id(notice.call()), answer);
    out.accept(answer);
  }

  void release(Release release) {
    Call call = calls.get(release.call());
    if (call != null) {
      call.release("the desktop agent", release.reason(), release.text());
    }
  }

  /** Ends every call without a word to the agent: the channel itself is ending. */
  void releaseAll(Reason reason, String text) {
    for (Call call : List.copyOf(calls.values())) {
      try {
        call.release("the control channel", reason, text);
      } catch (RuntimeException e) {
        // one call's failure must not keep the others' ports
        LOG.error("{}: could not be released in order", call.id(), e);
      }
    }
  }

  private void reject(EstablishRequest request, Reason reason, String text) {
    EstablishReject answer =
        new EstablishReject(request.call(), request.transaction(), reason, text);
    CallLog.refused(id(request.call()), request, answer);
    table.countRejected();
    out.accept(answer);
  }

  private CallId id(long call) {
    return new CallId(session.id(), call);
  }

  private static String why(VoiceAvailability availability) {
    return switch (availability) {
      case UNKNOWN -> "it is not known yet whether the client can carry voice";
      case AVAILABLE -> "the client can carry voice";
      case NOT_TERMINATED -> "client and desktop secure the session between themselves";
      case NO_DYNAMIC_CHANNELS -> "the client has no dynamic virtual channels";
      case NO_PLAYBACK -> "the client plays no sound";
      case NO_MICROPHONE -> "the client offers no microphone";
    };
  }
}
