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

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deskedge.voip.Bye;
import org.deskedge.voip.Heartbeat;
import org.deskedge.voip.Hello;
import org.deskedge.voip.MalformedPduException;
import org.deskedge.voip.Reason;
import org.deskedge.voip.VoipChannel;
import org.deskedge.voip.VoipPdu;

/**
 * The agent's end of one control channel: HELLO both ways, then heartbeats, until BYE, an error or
 * silence ends it. Runs on the agent's thread.
 */
final class ControlHandler extends SimpleChannelInboundHandler<VoipPdu> {

  /** Longest wait for xrdp's status and then for the edge's HELLO, in milliseconds each. */
  static final int OPENING_MILLIS = 5000;

  /** Time between two heartbeats, in milliseconds. */
  static final int HEARTBEAT_MILLIS = 1000;

  /** Heartbeats without a reply after which the edge is gone. */
  static final int MISSED_HEARTBEATS = 3;

  private final String product;
  private final Optional<String> key;
  private final Listener listener;
  private ChannelHandlerContext ctx;
  private Future<?> timer;
  private boolean up;
  private boolean worked;
  private boolean ended;
  private long sequence;
  private int unanswered;

  ControlHandler(String product, Optional<String> key, Listener listener) {
    this.product = product;
    this.key = key;
    this.listener = listener;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    timer = after(() -> fail("xrdp does not answer"));
    context.fireChannelActive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == XrdpOpening.OPENED) {
      timer.cancel(false);
      timer = after(() -> fail("no HELLO from the edge"));
      send(new Hello(VoipChannel.PROTOCOL_VERSION, product, key, HEARTBEAT_MILLIS));
    }
  }

  private Future<?> after(Runnable task) {
    return ctx.executor().schedule(task, OPENING_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, VoipPdu pdu) {
    if (ended) {
      return;
    }
    if (pdu instanceof Bye bye) {
      end("the edge said BYE: " + bye.reason() + " " + bye.text());
    } else if (!up && pdu instanceof Hello hello) {
      hello(hello);
    } else if (!up || pdu instanceof Hello) {
      bye(Reason.PROTOCOL_ERROR, "unexpected " + pdu.getClass().getSimpleName());
    } else if (pdu instanceof Heartbeat heartbeat) {
      heartbeat(heartbeat);
    } else {
      listener.received(pdu);
    }
  }

  private void hello(Hello hello) {
    timer.cancel(false);
    up = true;
    timer =
        ctx.executor()
            .scheduleAtFixedRate(
                this::beat, HEARTBEAT_MILLIS, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
    listener.up(hello.product(), Math.min(hello.version(), VoipChannel.PROTOCOL_VERSION));
  }

  private void heartbeat(Heartbeat heartbeat) {
    if (heartbeat.reply()) {
      unanswered = 0;
      worked = true;
    } else {
      send(new Heartbeat(heartbeat.sequence(), true));
    }
  }

  private void beat() {
    if (unanswered >= MISSED_HEARTBEATS) {
      fail("the edge left " + unanswered + " heartbeats unanswered");
    } else {
      unanswered++;
      send(new Heartbeat(sequence++, false));
    }
  }

  /** Sends a PDU; a peer that does not read is taken for gone. */
  void send(VoipPdu pdu) {
    if (ended) {
      return;
    }
    if (!ctx.channel().isWritable()) {
      fail("xrdp does not read");
      return;
    }
    ctx.writeAndFlush(pdu).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  /** Ends the channel in order. */
  void bye(Reason reason, String text) {
    if (ended) {
      return;
    }
    ctx.write(new Bye(reason, text)).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    end("BYE said to the edge: " + reason + " " + text);
  }

  private void fail(String why) {
    bye(Reason.TIMEOUT, why);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end("the remote-desktop session ended the channel");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof MalformedPduException) {
      bye(Reason.PROTOCOL_ERROR, "malformed PDU: " + cause.getMessage());
    } else {
      end(String.valueOf(cause.getMessage()));
    }
  }

  private void end(String why) {
    if (ended) {
      return;
    }
    ended = true;
    if (timer != null) {
      timer.cancel(false);
    }
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    listener.down(why, worked);
  }

  /** Learns of the channel's life and of the PDUs about calls. */
  interface Listener {

    /**
     * The edge said HELLO.
     *
     * @param version of the rules both speak
     */
    void up(String product, int version);

    /** A PDU other than HELLO, HEARTBEAT and BYE. */
    void received(VoipPdu pdu);

    /**
     * The channel has ended; called once.
     *
     * @param worked whether a heartbeat was ever answered on it
     */
    void down(String why, boolean worked);
  }
}
