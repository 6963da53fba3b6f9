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

import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.media.PortRangeUsage;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The media relay: gives every call a leg with its own ports on the session's event loop. */
@Component(configurationPid = RelaySettings.PID, immediate = true)
public final class RtpMediaRelay implements MediaRelay {

  /** Most pairs of ports tried for one call when others on this host hold them. */
  static final int MAX_BIND_ATTEMPTS = 64;

  private final RelaySettings settings;
  private final PortPool ports;
  private final Set<RtpLeg> legs = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /**
   * Starts the relay; nothing is bound before the first call.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   */
  @Activate
  public RtpMediaRelay(Map<String, Object> dictionary) {
    settings = RelaySettings.from(dictionary);
    ports = new PortPool(settings.firstPort(), settings.lastPort());
    if (settings.media().srtp() != SrtpMode.FORBIDDEN) {
      Thread thread = new Thread(SrtpSession::prepare, "deskedge-srtp-prepare");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Deactivate
  void stop() {
    stopped = true;
    legs.forEach(RtpLeg::closeFromAnyThread);
  }

  @Override
  public MediaLeg reserve(DesktopSession session) throws MediaException {
    if (!session.eventLoop().inEventLoop()) {
      throw new IllegalStateException("to be called on the session's event loop");
    }
    List<InetAddress> own =
        settings.addresses().isEmpty() ? List.of(session.localAddress()) : settings.addresses();
    PortRangeUsage before = ports.usage();
    int attempts = Math.min(MAX_BIND_ATTEMPTS, before.limit() - before.used());
    IOException failure = null;
    for (int i = 0; i < attempts && !stopped; i++) {
      OptionalInt port = ports.take();
      if (port.isEmpty()) {
        break;
      }
      try {
        return open(session, own, port.getAsInt());
      } catch (IOException e) {
        ports.give(port.getAsInt());
        failure = e;
      }
    }
    throw new MediaException(MediaException.Reason.NO_PORT, problem(own, failure));
  }

  @Override
  public PortRangeUsage ports() {
    return ports.usage();
  }

  private RtpLeg open(DesktopSession session, List<InetAddress> own, int port) throws IOException {
    InetSocketAddress first = new InetSocketAddress(own.get(0), port);
    LegLog log = new LegLog(session.id() + " RTP " + NetUtil.toSocketAddressString(first));
    LegParts parts = new LegParts(session.eventLoop(), session.voice(), settings, log);
    LegPorts legPorts =
        LegPorts.open(
            session.eventLoop(),
            own,
            port,
            settings.dscp(),
            new DatagramHandler(parts::onRtpPort, log),
            new DatagramHandler(parts::onRtcpPort, log));
    RtpLeg leg = new RtpLeg(session.eventLoop(), parts, legPorts, settings);
    legs.add(leg);
    legPorts.whenClosed(
        () -> {
          legs.remove(leg);
          ports.give(port);
        });
    if (stopped) {
      leg.close();
    }
    return leg;
  }

  private String problem(List<InetAddress> own, IOException failure) {
    if (stopped) {
      return "the media relay has stopped";
    }
    PortRangeUsage usage = ports.usage();
    return failure == null
        ? "all %d pairs of RTP ports are in use".formatted(usage.limit())
        : "no RTP port of %s could be bound, last %s"
            .formatted(
                String.join(" and ", own.stream().map(NetUtil::toAddressString).toList()),
                failure.getMessage());
  }
}
