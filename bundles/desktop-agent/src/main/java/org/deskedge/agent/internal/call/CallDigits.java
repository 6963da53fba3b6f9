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
package org.deskedge.agent.internal.call;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.deskedge.agent.internal.dtmf.Digit;
import org.deskedge.agent.internal.dtmf.DigitWays;
import org.deskedge.agent.internal.dtmf.DigitWays.Way;
import org.deskedge.agent.internal.dtmf.InfoDigits;
import org.deskedge.agent.internal.dtmf.ParkedMedia;
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.SipMessages;
import org.deskedge.rtp.event.EventListener;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.Reason;

/**
 * The digits of one call that the edge carries: the softphone's go to the edge, the far end's to
 * the softphone, each once. To be used on the agent's thread.
 */
final class CallDigits implements EventListener {

  private final Call call;
  private final DigitWays ofSoftphone = new DigitWays();
  private final DigitWays ofFarEnd = new DigitWays();
  private boolean admitted;

  CallDigits(Call call) {
    this.call = call;
  }

  /**
   * Takes an INFO that carries a digit, and answers it.
   *
   * @return false if it is to be passed on to the other party as it is
   */
  boolean took(CallLeg leg, Request request, ServerTransaction transaction) {
    if (!InfoDigits.isCarriedBy(request) || !call.edgeTakesDigits()) {
      return false;
    }
    Optional<Digit> digit = InfoDigits.read(request);
    if (digit.isEmpty()) {
      SipMessages.respond(request, transaction, Response.BAD_REQUEST);
    } else if (leg == call.softphone()) {
      SipMessages.respond(request, transaction, Response.OK);
      if (ofSoftphone.admit(Way.INFO, System.nanoTime())) {
        toFarEnd(digit.get());
      }
    } else if (ofFarEnd.admit(Way.INFO, System.nanoTime())) {
      return false;
    } else {
      SipMessages.respond(request, transaction, Response.OK);
    }
    return true;
  }

  /** The softphone began a digit by RTP. */
  @Override
  public void started(int event) {
    admitted = ofSoftphone.admit(Way.RTP, System.nanoTime());
  }

  @Override
  public void ended(int event, long durationMillis) {
    if (admitted && ofSoftphone.admit(Way.RTP, System.nanoTime())) {
      toFarEnd(new Digit(event, (int) Math.min(durationMillis, Digit.MAX_MILLIS)));
    }
  }

  /** The far end sent a digit by RTP, which the edge heard. */
  void heard(Digit digit, ParkedMedia media) {
    CallLeg softphone = call.softphone();
    if (!ofFarEnd.admit(Way.RTP, System.nanoTime()) || media.play(digit)) {
      return;
    }
    if (softphone.confirmed()) {
      softphone.info(InfoDigits.SUBTYPE, InfoDigits.write(digit));
    }
  }

  private void toFarEnd(Digit digit) {
    call.edge().ifPresent(edge -> edge.send(digit, reject -> refused(digit, reject)));
  }

  /** A far end that takes no events may still take digits in signalling. */
  private void refused(Digit digit, EventReject reject) {
    if (reject.reason() == Reason.NO_EVENT && call.network().confirmed()) {
      call.network().info(InfoDigits.SUBTYPE, InfoDigits.write(digit));
    } else {
      call.log("digit dropped: the edge says {} {}", reject.reason(), reject.text());
    }
  }
}
