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
package org.deskedge.agent.internal.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;

/** Names of peers for the log. */
final class Peers {

  /** For closing, whose failure changes nothing. */
  static final ChannelFutureListener IGNORE = done -> {};

  private Peers() {}

  /** Returns the peer's address and port. */
  static String name(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress address
        ? NetUtil.toSocketAddressString(address)
        : "a peer that is gone";
  }
}
