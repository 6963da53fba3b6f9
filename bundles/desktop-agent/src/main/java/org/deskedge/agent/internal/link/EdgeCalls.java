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
package org.deskedge.agent.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.deskedge.agent.internal.dtmf.Digit;
import org.deskedge.agent.internal.sdp.Flow;
import org.deskedge.rtp.event.EventPayload;
import org.deskedge.voip.Direction;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.EventNotice;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Origin;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.SdpRole;
import org.deskedge.voip.VoipPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls the edge carries over one control channel, and the requests it has not answered yet.
 * The number of calls is bounded by who makes them. To be used on the agent's thread.
 */
final class EdgeCalls {

  /** Longest wait for the edge's answer to a request, in milliseconds. */
  static final long ANSWER_MILLIS = 2000;

  /** Digits of a call remembered, in case the edge refuses them. */
  static final int MAX_DIGITS = 32;

  /** Version of the rules that has telephone events. */
  private static final int EVENTS_VERSION = 2;

  private static final Logger LOG = LoggerFactory.getLogger(EdgeCalls.class);

  private final Consumer<VoipPdu> out;
  private final ScheduledExecutorService timers;
  private final Map<Long, LinkCall> calls = new HashMap<>();
  private final int version;
  private long lastTransaction;

  EdgeCalls(Consumer<VoipPdu> out, ScheduledExecutorService timers, int version) {
    this.out = out;
    this.timers = timers;
    this.version = version;
  }

  LinkCall establish(
      long number,
      Origin origin,
      Optional<String> local,
      Optional<String> remote,
      Optional<String> sdp,
      EdgeCallListener listener) {
    LinkCall call = new LinkCall(number, listener);
    calls.put(number, call);
    call.request(
        call::established,
        transaction -> new EstablishRequest(number, transaction, origin, local, remote, sdp));
    return call;
  }

  void received(VoipPdu pdu) {
    if (pdu instanceof EstablishConfirm m) {
      answer(m.call(), m.transaction(), Answer.yes(Optional.of(m.sdp())));
    } else if (pdu instanceof EstablishReject m) {
      answer(m.call(), m.transaction(), Answer.no(m.reason(), m.text()));
    } else if (pdu instanceof ModificationConfirm m) {
      answer(m.call(), m.transaction(), Answer.yes(m.sdp()));
    } else if (pdu instanceof ModificationReject m) {
      answer(m.call(), m.transaction(), Answer.no(m.reason(), m.text()));
    } else if (pdu instanceof EventNotice m) {
      heard(m);
    } else if (pdu instanceof EventReject m) {
      refused(m);
    } else if (pdu instanceof Release m) {
      released(m);
    } else {
      LOG.debug("ignored {} from the edge", pdu.getClass().getSimpleName());
    }
  }

  private void answer(long number, long transaction, Answer answer) {
    LinkCall call = calls.get(number);
    if (call == null || !call.answered(transaction, answer)) {
      LOG.debug("answer from the edge to no request: call {}", number);
    }
  }

  private void heard(EventNotice notice) {
    LinkCall call = calls.get(notice.call());
    if (call != null && notice.event() <= EventPayload.FLASH) {
      call.listener.heard(new Digit(notice.event(), notice.durationMillis()));
    }
  }

  private void refused(EventReject reject) {
    LinkCall call = calls.get(reject.call());
    Consumer<EventReject> refused = call == null ? null : call.digits.remove(reject.transaction());
    if (refused != null) {
      refused.accept(reject);
    }
  }

  private void released(Release release) {
    LinkCall call = calls.get(release.call());
    if (call == null) {
      return;
    }
    call.forget();
    if (release.reason() == Reason.NORMAL) {
      call.listener.hungUp("NORMAL " + release.text());
    } else {
      call.listener.lost("the edge released it: " + release.reason() + " " + release.text());
    }
  }

  /** The channel is gone, and with it all calls. */
  void lost(String why) {
    List<LinkCall> all = new ArrayList<>(calls.values());
    for (LinkCall call : all) {
      call.forget();
      call.listener.lost(why);
    }
  }

  /** What the edge said to a request, or that it said nothing. */
  private record Answer(boolean accepted, Optional<String> sdp, String why) {

    static Answer yes(Optional<String> sdp) {
      return new Answer(true, sdp, "");
    }

    static Answer no(Reason reason, String text) {
      return new Answer(false, Optional.empty(), "the edge says " + reason + " " + text);
    }
  }

  private record Pending(Consumer<Answer> done, Future<?> timer) {}

  private final class LinkCall implements EdgeCall {

    private final long number;
    private final EdgeCallListener listener;
    private final Map<Long, Pending> pending = new HashMap<>();
    private final Map<Long, Consumer<EventReject>> digits =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Consumer<EventReject>> eldest) {
            return size() > MAX_DIGITS;
          }
        };

    LinkCall(long number, EdgeCallListener listener) {
      this.number = number;
      this.listener = listener;
    }

    void request(Consumer<Answer> done, LongFunction<VoipPdu> pdu) {
      long transaction = ++lastTransaction;
      VoipPdu message;
      try {
        message = pdu.apply(transaction);
      } catch (IllegalArgumentException tooMuch) {
        timers.execute(() -> refuseUnsent(done, tooMuch.getMessage()));
        return;
      }
      Future<?> timer =
          timers.schedule(
              () ->
                  answered(
                      transaction, new Answer(false, Optional.empty(), "no answer from the edge")),
              ANSWER_MILLIS,
              TimeUnit.MILLISECONDS);
      pending.put(transaction, new Pending(done, timer));
      out.accept(message);
    }

    private void refuseUnsent(Consumer<Answer> done, String why) {
      if (calls.get(number) == this) {
        done.accept(new Answer(false, Optional.empty(), "cannot be told to the edge: " + why));
      }
    }

    boolean answered(long transaction, Answer answer) {
      Pending request = pending.remove(transaction);
      if (request == null) {
        return false;
      }
      request.timer().cancel(false);
      request.done().accept(answer);
      return true;
    }

    void established(Answer answer) {
      if (answer.accepted() && answer.sdp().isPresent()) {
        listener.confirmed(answer.sdp().get());
      } else {
        // a late yes would leave the edge with a call nobody knows
        release(Reason.NORMAL, "the call goes on without the edge");
        listener.refused(answer.why());
      }
    }

    @Override
    public void modify(Flow flow, SdpRole role, Optional<String> sdp, Consumer<Modification> done) {
      if (calls.get(number) != this) {
        return;
      }
      request(
          answer -> done.accept(new Modification(answer.accepted(), answer.sdp(), answer.why())),
          transaction ->
              new ModificationRequest(
                  number, transaction, Direction.valueOf(flow.name()), role, sdp));
    }

    @Override
    public boolean takesDigits() {
      return version >= EVENTS_VERSION;
    }

    @Override
    public void send(Digit digit, Consumer<EventReject> refused) {
      if (calls.get(number) != this || !takesDigits()) {
        return;
      }
      long transaction = ++lastTransaction;
      digits.put(transaction, refused);
      out.accept(new EventNotice(number, transaction, digit.event(), digit.durationMillis()));
    }

    @Override
    public void release(Reason reason, String text) {
      if (calls.get(number) == this) {
        forget();
        out.accept(new Release(number, reason, text));
      }
    }

    void forget() {
      calls.remove(number);
      pending.values().forEach(p -> p.timer().cancel(false));
      pending.clear();
    }
  }
}
