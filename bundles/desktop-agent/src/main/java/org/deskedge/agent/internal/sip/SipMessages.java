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

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.PeerUnavailableException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.address.AddressFactory;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderAddress;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes the parts of SIP messages this agent has to do with. Safe for any thread. */
public final class SipMessages {

  /** Methods the agent accepts, for the Allow header. */
  static final List<String> ALLOW =
      List.of(
          Request.INVITE, Request.ACK, Request.CANCEL, Request.BYE, Request.OPTIONS, Request.INFO);

  private static final Logger LOG = LoggerFactory.getLogger(SipMessages.class);
  private static final AddressFactory ADDRESSES;
  private static final HeaderFactory HEADERS;
  private static final MessageFactory MESSAGES;

  static {
    try {
      SipFactory factory = SipFactory.getInstance();
      factory.setPathName("gov.nist");
      ADDRESSES = factory.createAddressFactory();
      HEADERS = factory.createHeaderFactory();
      MESSAGES = factory.createMessageFactory();
    } catch (PeerUnavailableException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private SipMessages() {}

  static AddressFactory addresses() {
    return ADDRESSES;
  }

  static HeaderFactory headers() {
    return HEADERS;
  }

  static MessageFactory messages() {
    return MESSAGES;
  }

  /** Returns the session description a message carries; empty if none. */
  public static Optional<String> sdp(Message message) {
    ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
    byte[] content = message.getRawContent();
    if (type == null
        || content == null
        || content.length == 0
        || !"application".equalsIgnoreCase(type.getContentType())
        || !"sdp".equalsIgnoreCase(type.getContentSubType())) {
      return Optional.empty();
    }
    return Optional.of(new String(content, StandardCharsets.UTF_8));
  }

  /** Puts a session description into a message. */
  static void setSdp(Message message, String sdp) throws ParseException {
    message.setContent(
        sdp.getBytes(StandardCharsets.UTF_8),
        HEADERS.createContentTypeHeader("application", "sdp"));
  }

  /**
   * Reads a URI.
   *
   * @throws ParseException if it is none
   */
  public static URI uri(String text) throws ParseException {
    return ADDRESSES.createURI(text);
  }

  /** Returns the URI of the caller or of the party called, as the message names them. */
  public static String party(Message message, Party which) {
    HeaderAddress header =
        (HeaderAddress) message.getHeader(which == Party.FROM ? FromHeader.NAME : ToHeader.NAME);
    return header.getAddress().getURI().toString();
  }

  /** Returns the tag of the To header; null if there is none. */
  public static String toTag(Message message) {
    return ((ToHeader) message.getHeader(ToHeader.NAME)).getTag();
  }

  /** Copies headers by name, each as often as it occurs. */
  static void copyHeaders(Message from, Message to, List<String> names) {
    for (String name : names) {
      for (Iterator<?> i = from.getHeaders(name); i.hasNext(); ) {
        to.addHeader((Header) i.next());
      }
    }
  }

  /** Copies the content, whatever it is. */
  static void copyContent(Message from, Message to) throws ParseException {
    ContentTypeHeader type = (ContentTypeHeader) from.getHeader(ContentTypeHeader.NAME);
    byte[] content = from.getRawContent();
    if (type != null && content != null && content.length > 0) {
      to.setContent(content, type);
    }
  }

  /** Says which methods the agent accepts. */
  static void addAllow(Message message) throws ParseException {
    for (String method : ALLOW) {
      message.addHeader(HEADERS.createAllowHeader(method));
    }
  }

  /** Answers a request with a status and nothing else; a request that is gone is left alone. */
  public static void respond(Request request, ServerTransaction transaction, int status) {
    respond(request, transaction, status, List.of());
  }

  /** Says yes to a REGISTER, for whatever contacts it has and as long as it asks for. */
  public static void registered(Request request, ServerTransaction transaction) {
    respond(request, transaction, Response.OK, List.of(ContactHeader.NAME, ExpiresHeader.NAME));
  }

  private static void respond(
      Request request, ServerTransaction transaction, int status, List<String> echoed) {
    try {
      Response response = MESSAGES.createResponse(status, request);
      addAllow(response);
      copyHeaders(request, response, echoed);
      transaction.sendResponse(response);
    } catch (ParseException | SipException | InvalidArgumentException e) {
      LOG.debug("{} to {} not sent: {}", status, request.getMethod(), e.getMessage());
    }
  }

  /** The two parties a message names. */
  public enum Party {
    FROM,
    TO
  }
}
