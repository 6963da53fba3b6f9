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

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.message.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SIP stack with its two UDP listening points, one to each {@link SipSide}. Everything it
 * delivers comes to the handler on the owner's thread.
 */
public final class SipStackAdapter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SipStackAdapter.class);
  private static final AtomicInteger STACKS = new AtomicInteger();

  private final Executor owner;
  private final Map<SipSide, InetSocketAddress> addresses = new EnumMap<>(SipSide.class);
  private final Map<SipSide, SipProvider> providers = new EnumMap<>(SipSide.class);
  private final NameLookup names = new NameLookup();
  private final SipStack stack;

  /**
   * Creates the stack; it listens only after {@link #start}.
   *
   * @param softphone where the softphone finds its outbound proxy
   * @param network the agent's address towards everybody else; never a wildcard
   * @param owner the agent's thread
   * @throws IOException if the stack cannot be created
   */
  public SipStackAdapter(InetSocketAddress softphone, InetSocketAddress network, Executor owner)
      throws IOException {
    this.owner = owner;
    addresses.put(SipSide.SOFTPHONE, softphone);
    addresses.put(SipSide.NETWORK, network);
    try {
      SipFactory factory = SipFactory.getInstance();
      factory.setPathName("gov.nist");
      stack = factory.createSipStack(properties());
    } catch (PeerUnavailableException e) {
      throw new IOException("SIP stack: " + e.getMessage(), e);
    }
  }

  private static Properties properties() {
    Properties p = new Properties();
    p.setProperty("javax.sip.STACK_NAME", "deskedge-agent-" + STACKS.incrementAndGet());
    p.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
    p.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietStackLogger.class.getName());
    p.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietServerLogger.class.getName());
    p.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "1");
    p.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
    p.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
    return p;
  }

  /**
   * Starts listening on both sides.
   *
   * @param handler receives requests
   * @throws IOException if an address cannot be bound; the message names it
   */
  public void start(SipHandler handler) throws IOException {
    SipInbox inbox = new SipInbox(providers, handler, owner);
    for (Map.Entry<SipSide, InetSocketAddress> entry : addresses.entrySet()) {
      InetSocketAddress at = entry.getValue();
      try {
        ListeningPoint point =
            stack.createListeningPoint(at.getAddress().getHostAddress(), at.getPort(), "udp");
        SipProvider provider = stack.createSipProvider(point);
        provider.addSipListener(inbox);
        providers.put(entry.getKey(), provider);
      } catch (SipException | InvalidArgumentException | TooManyListenersException e) {
        throw new IOException("cannot listen for SIP on udp " + at + ": " + e.getMessage(), e);
      }
    }
    try {
      stack.start();
    } catch (SipException e) {
      throw new IOException("SIP stack: " + e.getMessage(), e);
    }
  }

  /** Returns the agent's address on one side. */
  public InetSocketAddress address(SipSide side) {
    return addresses.get(side);
  }

  /**
   * Sends a request outside dialogs, or the first of one, after its next hop's name was looked up
   * off the agent's thread.
   *
   * @param sink receives the responses
   * @param sent is given the transaction just before the request goes out; not called if it cannot
   *     be sent
   */
  public void send(SipSide side, Request request, ResponseSink sink, TransactionListener sent) {
    names.lookUp(
        NameLookup.nextHop(request),
        owner,
        found -> {
          if (!found) {
            LOG.warn("{} {}: no such host", request.getMethod(), request.getRequestURI());
            sink.noResponse();
            return;
          }
          try {
            ClientTransaction transaction = providers.get(side).getNewClientTransaction(request);
            transaction.setApplicationData(sink);
            if (sent.sending(transaction)) {
              transaction.sendRequest();
            }
          } catch (SipException e) {
            LOG.warn("{} not sent: {}", request.getMethod(), e.getMessage());
            sink.noResponse();
          }
        });
  }

  /** Returns a transaction for a request inside a dialog of one side. */
  ClientTransaction transaction(SipSide side, Request request, ResponseSink sink)
      throws SipException {
    ClientTransaction transaction = providers.get(side).getNewClientTransaction(request);
    transaction.setApplicationData(sink);
    return transaction;
  }

  @Override
  public void close() {
    stack.stop();
    names.close();
  }

  /** Learns of a client transaction before its request is sent. */
  @FunctionalInterface
  public interface TransactionListener {

    /**
     * The transaction is ready.
     *
     * @return false if the request is not wanted any more
     */
    boolean sending(ClientTransaction transaction);
  }
}
