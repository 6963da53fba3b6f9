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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelAcceptor;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.voip.Direction;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.Hello;
import org.deskedge.voip.MalformedPduException;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Origin;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.SdpRole;
import org.deskedge.voip.VoipChannel;
import org.deskedge.voip.VoipDecoder;
import org.deskedge.voip.VoipEncoder;
import org.deskedge.voip.VoipPdu;

/** A desktop agent at the far end of a control channel. */
final class FakeAgent implements ControlChannel {

  final List<VoipPdu> received = new ArrayList<>();
  int closes;
  boolean closesOnSend;
  private final VoipDecoder decoder = new VoipDecoder();
  private final ControlChannelListener edge;

  FakeAgent(ControlChannelAcceptor acceptor, DesktopSession session) {
    edge = acceptor.accept(session, this);
  }

  FakeAgent hello() {
    return send(
        new Hello(VoipChannel.PROTOCOL_VERSION, "test agent", Optional.of(FakeSession.KEY), 1000));
  }

  FakeAgent establish(long call) {
    return send(outgoing(call, 1));
  }

  FakeAgent modify(long call, long transaction, Direction direction) {
    return send(
        new ModificationRequest(call, transaction, direction, SdpRole.NONE, Optional.empty()));
  }

  FakeAgent release(long call) {
    return send(new Release(call, Reason.NORMAL, "hung up"));
  }

  static EstablishRequest outgoing(long call, long transaction) {
    return new EstablishRequest(
        call,
        transaction,
        Origin.OUTGOING,
        Optional.of("sip:alice@example.net"),
        Optional.of("sip:bob@example.net"),
        Optional.empty());
  }

  static EstablishRequest incoming(long call, String sdp) {
    return new EstablishRequest(
        call, 1, Origin.INCOMING, Optional.empty(), Optional.empty(), Optional.of(sdp));
  }

  FakeAgent send(VoipPdu pdu) {
    ByteBuf bytes = Unpooled.buffer();
    VoipEncoder.encode(pdu, bytes);
    return bytes(bytes);
  }

  FakeAgent bytes(ByteBuf bytes) {
    edge.received(bytes);
    bytes.release();
    return this;
  }

  /** The channel ends without a word, as when the agent is killed. */
  void vanishes() {
    if (closes == 0) {
      close();
    }
  }

  VoipPdu last() {
    return received.get(received.size() - 1);
  }

  @Override
  public void send(ByteBuf bytes) {
    try {
      if (closes == 0) {
        decoder.decode(bytes, received::add);
        if (closesOnSend) {
          close();
        }
      }
    } catch (MalformedPduException e) {
      throw new AssertionError("the edge sent a malformed PDU", e);
    } finally {
      bytes.release();
    }
  }

  @Override
  public void close() {
    closes++;
    if (closes == 1) {
      edge.closed();
    }
  }
}
