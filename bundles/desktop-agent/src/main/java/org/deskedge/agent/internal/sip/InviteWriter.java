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
package org.deskedge.agent.internal.sip;

import java.text.ParseException;
import java.util.List;
import java.util.ListIterator;
import java.util.UUID;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.FromHeader;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

/**
 * Writes the request that carries on, as the agent's own, a request that came on the other side.
 */
public final class InviteWriter {

  private static final List<String> COPIED =
      List.of(
          "Authorization",
          "Proxy-Authorization",
          "Subject",
          "User-Agent",
          "Alert-Info",
          "Privacy",
          "P-Asserted-Identity",
          "Referred-By");

  private final SipStackAdapter sip;

  /** Creates the writer. */
  public InviteWriter(SipStackAdapter sip) {
    this.sip = sip;
  }

  /**
   * Writes the request without content. From, To and credentials stay, as a digest covers the
   * request URI; the call is a new one.
   *
   * @param to the side it goes out on
   * @param target its request URI
   * @throws ParseException if the request cannot be written
   * @throws HopsExceededException if it has been passed on too often
   */
  public Request write(Request from, SipSide to, URI target)
      throws ParseException, HopsExceededException {
    try {
      FromHeader sender = (FromHeader) ((FromHeader) from.getHeader(FromHeader.NAME)).clone();
      sender.setTag(UUID.randomUUID().toString().substring(0, 8));
      ToHeader receiver = (ToHeader) ((ToHeader) from.getHeader(ToHeader.NAME)).clone();
      receiver.removeParameter("tag");
      String host = sip.address(to).getAddress().getHostAddress();
      ViaHeader via =
          SipMessages.headers().createViaHeader(host, sip.address(to).getPort(), "udp", null);
      via.setRPort();
      Request request =
          SipMessages.messages()
              .createRequest(
                  target,
                  from.getMethod(),
                  SipMessages.headers().createCallIdHeader(UUID.randomUUID() + "@" + host),
                  SipMessages.headers().createCSeqHeader(1L, from.getMethod()),
                  sender,
                  receiver,
                  List.of(via),
                  SipMessages.headers().createMaxForwardsHeader(hopsLeft(from)));
      SipMessages.copyHeaders(from, request, COPIED);
      ContactWriter.set(request, sip.address(to), sender.getAddress().getURI());
      SipMessages.addAllow(request);
      if (to == SipSide.NETWORK) {
        route(from, request);
      }
      return request;
    } catch (InvalidArgumentException e) {
      throw new ParseException(e.getMessage(), 0);
    }
  }

  private static int hopsLeft(Request from) throws HopsExceededException {
    MaxForwardsHeader hops = (MaxForwardsHeader) from.getHeader(MaxForwardsHeader.NAME);
    if (hops == null) {
      return 70;
    }
    if (hops.getMaxForwards() == 0) {
      throw new HopsExceededException();
    }
    return hops.getMaxForwards() - 1;
  }

  /** Routes the softphone asked for beyond this agent stay. */
  private void route(Request from, Request request) {
    for (ListIterator<?> i = from.getHeaders(RouteHeader.NAME); i.hasNext(); ) {
      RouteHeader route = (RouteHeader) i.next();
      if (!isAgent(route.getAddress().getURI())) {
        request.addHeader(route);
      }
    }
  }

  private boolean isAgent(URI uri) {
    if (!(uri instanceof SipURI route)) {
      return false;
    }
    int port = route.getPort() == -1 ? 5060 : route.getPort();
    for (SipSide side : SipSide.values()) {
      if (port == sip.address(side).getPort()
          && route.getHost().equals(sip.address(side).getAddress().getHostAddress())) {
        return true;
      }
    }
    return false;
  }

  /** The request has been passed on as often as it may be (483). */
  public static final class HopsExceededException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
