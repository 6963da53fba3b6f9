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

import java.security.SecureRandom;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;

/** Tells the library which ciphers a suite has. */
final class CipherSetup {

  private static final int HMAC_KEY_LENGTH = 20;
  private static final Logger LOGGER = new LoggerImpl(SrtpSession.class.getName());

  static {
    // Else the library measures every cipher it knows before it takes one: seconds of work.
    Aes.setFactoryClassName("SunJCE");
  }

  private CipherSetup() {}

  static SrtpContextFactory factory(SrtpMasterKey key, boolean sends) {
    SrtpSuite suite = key.suite();
    return new SrtpContextFactory(
        sends,
        key.key(),
        key.salt(),
        policy(suite, suite.rtpTagLength()),
        policy(suite, suite.rtcpTagLength()),
        LOGGER);
  }

  /** Has every cipher used once, so that they are loaded now and not in a call. */
  static void prepare() {
    SecureRandom random = new SecureRandom();
    for (SrtpSuite suite : SrtpSuite.values()) {
      byte[] packet = new byte[12 + SrtpSession.MAX_OVERHEAD];
      packet[0] = (byte) 0x80;
      SrtpMasterKey key = SrtpMasterKey.generate(suite, random);
      SrtpSession session = new SrtpSession(new SrtpKeys(key, key));
      SrtpResult result = session.protectRtp(packet, 0, 12);
      if (result != SrtpResult.OK
          || session.unprotectRtp(packet, 0, session.length()) != SrtpResult.OK) {
        throw new IllegalStateException("no cipher for " + suite);
      }
    }
  }

  private static SrtpPolicy policy(SrtpSuite suite, int tagLength) {
    return suite.isGcm()
        ? new SrtpPolicy(
            SrtpPolicy.AESGCM_ENCRYPTION,
            suite.keyLength(),
            SrtpPolicy.NULL_AUTHENTICATION,
            0,
            tagLength,
            suite.saltLength())
        : new SrtpPolicy(
            SrtpPolicy.AESCM_ENCRYPTION,
            suite.keyLength(),
            SrtpPolicy.HMACSHA1_AUTHENTICATION,
            HMAC_KEY_LENGTH,
            tagLength,
            suite.saltLength());
  }
}
