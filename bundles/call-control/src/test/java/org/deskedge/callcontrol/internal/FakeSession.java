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

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.session.SessionId;

/** A session of no particular remote-desktop protocol. */
record FakeSession(SessionId id, EventLoop eventLoop, FakeVoice voice) implements DesktopSession {

  static final String KEY = "0123456789abcdef";

  FakeSession(long number, EventLoop loop) {
    this(new SessionId(number), loop, new FakeVoice(loop));
  }

  @Override
  public InetAddress localAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public boolean provesKey(String key) {
    return key.equals(KEY);
  }
}
