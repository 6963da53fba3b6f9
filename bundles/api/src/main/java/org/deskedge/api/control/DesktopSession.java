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
package org.deskedge.api.control;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import org.deskedge.api.session.SessionId;
import org.deskedge.api.voice.VoiceChannel;

/**
 * A live remote-desktop session as call control sees it. It names no remote-desktop protocol: any
 * protocol that can carry a control channel and a voice channel may implement it.
 */
public interface DesktopSession {

  /** Returns the session's identity. */
  SessionId id();

  /** Returns the event loop that owns the session, its voice channel and its calls' RTP. */
  EventLoop eventLoop();

  /** Returns the edge's own address on the leg towards the desktop. */
  InetAddress localAddress();

  /** Returns the session's voice channel. */
  VoiceChannel voice();

  /**
   * Compares a key with the one-time key this edge put into the session's proxy information, in
   * constant time.
   *
   * @param key as received from the agent
   */
  boolean provesKey(String key);
}
