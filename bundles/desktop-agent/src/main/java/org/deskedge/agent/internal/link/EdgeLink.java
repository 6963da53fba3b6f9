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

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationReader;
import org.deskedge.voip.Origin;
import org.deskedge.voip.Reason;
import org.deskedge.voip.VoipChannel;
import org.deskedge.voip.VoipPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a control channel to the edge open through xrdp's channel socket.
 *
 * <p>A channel that had worked is opened again at once when it ends, one that failed after a
 * growing wait. New proxy information cuts the wait short: it means that somebody has just
 * connected through an edge. To be used on the agent's thread, which is the event loop's.
 */
public final class EdgeLink implements Edge {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeLink.class);
  private static final long TICK_MILLIS = 500;

  private final EventLoop loop;
  private final Path socket;
  private final ProxyInformationReader information;
  private final String product;
  private final BackOff backOff = new BackOff();
  private Optional<ControlHandler> control = Optional.empty();
  private Optional<EdgeCalls> calls = Optional.empty();
  private String why = "no channel to an edge yet";
  private long retryAt;
  private boolean closed;
  private Optional<Future<?>> ticks = Optional.empty();

  /**
   * Creates the link.
   *
   * @param socket xrdp's channel socket of this session
   * @param product the agent's name and version, for HELLO
   */
  public EdgeLink(EventLoop loop, Path socket, ProxyInformationReader information, String product) {
    this.loop = loop;
    this.socket = socket;
    this.information = information;
    this.product = product;
  }

  /** Starts to keep the channel open. */
  public void start() {
    retryAt = System.nanoTime();
    ticks =
        Optional.of(loop.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS));
  }

  private void tick() {
    if (control.isPresent()) {
      return;
    }
    if (information.changed()) {
      backOff.reset();
      connect();
    } else if (System.nanoTime() - retryAt >= 0) {
      connect();
    }
  }

  private void connect() {
    ControlHandler handler = new ControlHandler(product, information.readKey(), new Ended());
    control = Optional.of(handler);
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioDomainSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new XrdpOpening(VoipChannel.NAME), new VoipCodec(), handler);
                  }
                })
            .connect(UnixDomainSocketAddress.of(socket));
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            down("cannot open the channel: " + done.cause().getMessage(), false);
          }
        });
  }

  private void down(String reason, boolean worked) {
    control = Optional.empty();
    Optional<EdgeCalls> lost = calls;
    calls = Optional.empty();
    if (worked) {
      backOff.reset();
    }
    Duration wait = worked ? Duration.ZERO : backOff.failed();
    retryAt = System.nanoTime() + wait.toNanos();
    if (!closed) {
      if (lost.isPresent() || !reason.equals(why)) {
        LOG.info("edge link down: {}; next attempt in {} s", reason, wait.toSeconds());
      } else {
        LOG.debug("edge link still down: {}; next attempt in {} s", reason, wait.toSeconds());
      }
      why = reason;
    }
    lost.ifPresent(c -> c.lost("edge link down: " + why));
  }

  @Override
  public Optional<String> unavailable() {
    return calls.isPresent() ? Optional.empty() : Optional.of("no edge: " + why);
  }

  @Override
  public EdgeCall establish(
      long call,
      Origin origin,
      Optional<String> local,
      Optional<String> remote,
      Optional<String> sdp,
      EdgeCallListener listener) {
    return calls
        .orElseThrow(() -> new IllegalStateException("no edge"))
        .establish(call, origin, local, remote, sdp, listener);
  }

  /** Says BYE to the edge and opens no more channels. Calls are to be ended before. */
  public void close() {
    closed = true;
    ticks.ifPresent(t -> t.cancel(false));
    control.ifPresent(c -> c.bye(Reason.SHUTDOWN, "the agent ends"));
  }

  /** Hears of the one channel there is. */
  private final class Ended implements ControlHandler.Listener {

    @Override
    public void up(String edgeProduct, int version) {
      backOff.reset();
      calls = control.map(c -> new EdgeCalls(c::send, loop, version));
      LOG.info("edge link up: {}", edgeProduct);
    }

    @Override
    public void received(VoipPdu pdu) {
      calls.ifPresent(c -> c.received(pdu));
    }

    @Override
    public void down(String reason, boolean worked) {
      EdgeLink.this.down(reason, worked);
    }
  }
}
