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

/**
 * Who made a session description, and which version of it this is (RFC 8866 section 5.2). Nothing
 * here is used to send media.
 *
 * @param username a token, or {@code -}
 * @param sessionId digits; the same in every description of one session
 * @param version digits; goes up with every change
 * @param addressType {@code IP4} or {@code IP6}
 * @param address of the maker; may be a host name
 */
public record Origin(
    String username, String sessionId, String version, String addressType, String address) {

  public Origin {
    if (!SdpText.isWord(username)
        || !SdpText.isNumber(sessionId)
        || !SdpText.isNumber(version)
        || !(addressType.equals("IP4") || addressType.equals("IP6"))
        || !SdpText.isWord(address)) {
      throw new IllegalArgumentException("no origin");
    }
  }
}
