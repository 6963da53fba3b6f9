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
package org.deskedge.rtp.sdp;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A session description as far as voice needs it (RFC 8866). Lines that voice does not need are
 * skipped when it is parsed and not there when it is written.
 *
 * <pre>
 * v=0
 * o=- 3000 1 IN IP4 192.0.2.1          origin
 * s=-                                  name
 * c=IN IP4 192.0.2.1                   connection
 * t=0 0
 * m=audio 20000 RTP/AVP 0 8            media
 * a=rtpmap:0 PCMU/8000
 * a=rtpmap:8 PCMA/8000
 * a=ptime:20
 * a=sendrecv
 * </pre>
 *
 * @param origin who made it
 * @param name of the session, {@code -} for none
 * @param connection where to send streams that say nothing else
 * @param media at most {@link #MAX_MEDIA}
 */
public record SessionDescription(
    Origin origin, String name, Optional<InetAddress> connection, List<MediaDescription> media) {

  /** Longest description taken, in characters. */
  public static final int MAX_LENGTH = 16 * 1024;

  /** Most lines a description may have. */
  public static final int MAX_LINES = 500;

  /** Most streams a description may have. */
  public static final int MAX_MEDIA = 32;

  public SessionDescription {
    media = List.copyOf(media);
    if (!SdpText.isLine(name) || media.size() > MAX_MEDIA) {
      throw new IllegalArgumentException("no session description");
    }
  }

  /** Returns the address a stream of this description is to be sent to. */
  public Optional<InetAddress> addressOf(MediaDescription stream) {
    return stream.connection().or(this::connection);
  }
}
