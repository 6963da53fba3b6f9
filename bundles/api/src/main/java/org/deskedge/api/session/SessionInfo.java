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
package org.deskedge.api.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.deskedge.api.voice.VoiceAvailability;

/**
 * An immutable snapshot of one remote-desktop session.
 *
 * @param id the session
 * @param client address and port of the remote-desktop client
 * @param desktop address and port the client dialled
 * @param user the user name of the Client Info PDU or of the cookie; empty where none was sent
 * @param state how far the session has come
 * @param since when the client's connection was accepted
 * @param accepted whether the desktop answered the proxy information with the accept option
 * @param controlChannel whether a desktop agent holds a control channel open
 * @param voice why voice can or cannot leave this session at the edge
 * @param bytesToClient bytes of remote-desktop traffic relayed to the client, TLS taken off
 * @param bytesToDesktop bytes of remote-desktop traffic relayed to the desktop, TLS taken off
 */
public record SessionInfo(
    SessionId id,
    InetSocketAddress client,
    InetSocketAddress desktop,
    Optional<String> user,
    SessionState state,
    Instant since,
    boolean accepted,
    boolean controlChannel,
    VoiceAvailability voice,
    long bytesToClient,
    long bytesToDesktop) {}
