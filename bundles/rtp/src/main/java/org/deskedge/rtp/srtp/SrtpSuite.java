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
package org.deskedge.rtp.srtp;

import java.util.Optional;

/**
 * A crypto suite of SDP security descriptions: cipher, authentication and the lengths of the master
 * key and salt (RFC 4568 section 6.2, RFC 6188 section 3, RFC 7714 section 14.2).
 */
public enum SrtpSuite {
  AES_CM_128_HMAC_SHA1_80(16, 14, 10, 10),
  AES_CM_128_HMAC_SHA1_32(16, 14, 4, 10),
  AES_256_CM_HMAC_SHA1_80(32, 14, 10, 10),
  AES_256_CM_HMAC_SHA1_32(32, 14, 4, 10),
  AEAD_AES_128_GCM(16, 12, 16, 16),
  AEAD_AES_256_GCM(32, 12, 16, 16);

  private final int keyLength;
  private final int saltLength;
  private final int rtpTagLength;
  private final int rtcpTagLength;

  SrtpSuite(int keyLength, int saltLength, int rtpTagLength, int rtcpTagLength) {
    this.keyLength = keyLength;
    this.saltLength = saltLength;
    this.rtpTagLength = rtpTagLength;
    this.rtcpTagLength = rtcpTagLength;
  }

  /** Returns the bytes of a master key: 16 or 32. */
  public int keyLength() {
    return keyLength;
  }

  /** Returns the bytes of a master salt: 14, for GCM 12. */
  public int saltLength() {
    return saltLength;
  }

  /** Returns the bytes of the authentication tag of an SRTP packet: 4 to 16. */
  public int rtpTagLength() {
    return rtpTagLength;
  }

  /** Returns the bytes of the authentication tag of an SRTCP packet: 10 or 16. */
  public int rtcpTagLength() {
    return rtcpTagLength;
  }

  /** Returns whether cipher and authentication are one (RFC 7714). */
  boolean isGcm() {
    return saltLength == 12;
  }

  /** Returns the suite of a name as SDP has it; empty if it is none of these. */
  public static Optional<SrtpSuite> named(String name) {
    for (SrtpSuite suite : values()) {
      if (suite.name().equalsIgnoreCase(name)) {
        return Optional.of(suite);
      }
    }
    return Optional.empty();
  }
}
