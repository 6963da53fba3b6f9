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

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Decides whose packets are the far end's: those of the address in its session description, or, by
 * rule, of one other that sends first.
 *
 * <p>The rule is for far ends behind an address translator, whose session description names an
 * address that is not theirs. It holds for {@link #LATCH_SECONDS} after the session description,
 * once, and no longer than until the told address itself is heard; after that the address stays.
 * For one thread.
 */
final class SourceGate {

  /** How long after a session description another address may be taken. */
  static final int LATCH_SECONDS = 10;

  private final boolean latches;
  private InetSocketAddress told;
  private InetSocketAddress remote;
  private boolean open;
  private long toldAt;

  /**
   * Makes a gate that lets nobody in.
   *
   * @param latches whether an address other than the told one may be taken
   */
  SourceGate(boolean latches) {
    this.latches = latches;
  }

  /** The far end's session description says where it is; the same as before changes nothing. */
  void tell(InetSocketAddress address, long now) {
    if (!address.equals(told)) {
      told = address;
      remote = address;
      open = latches;
      toldAt = now;
    }
  }

  /** Returns where the far end is; null before it was told. */
  InetSocketAddress remote() {
    return remote;
  }

  /** Returns whether a packet of this address is the far end's, or may be if it proves sound. */
  boolean admits(InetSocketAddress peer, long now) {
    return peer.equals(remote) || mayLatch(now);
  }

  /**
   * A sound packet of an admitted address came: it is the far end's from now on.
   *
   * @return whether the address is another than before
   */
  boolean heard(InetSocketAddress peer) {
    open = false;
    if (peer.equals(remote)) {
      return false;
    }
    remote = peer;
    return true;
  }

  /**
   * Returns whether an RTCP packet is the far end's: from where the session description says, or,
   * where another address was taken, from that host.
   *
   * @param toldRtcp where the session description says RTCP comes from
   */
  boolean admitsControl(InetSocketAddress peer, InetSocketAddress toldRtcp) {
    return peer.equals(toldRtcp)
        || (remote != null
            && !remote.equals(told)
            && peer.getAddress().equals(remote.getAddress()));
  }

  private boolean mayLatch(long now) {
    return open && now - toldAt < TimeUnit.SECONDS.toNanos(LATCH_SECONDS);
  }
}
