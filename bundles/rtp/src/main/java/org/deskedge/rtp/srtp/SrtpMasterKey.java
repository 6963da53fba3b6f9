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

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The master key and salt one side protects its packets with (RFC 3711 section 3.2.1). Its text
 * names the suite and never the key. Immutable.
 */
public final class SrtpMasterKey {

  private final SrtpSuite suite;
  private final byte[] keyAndSalt;

  /**
   * Takes a key.
   *
   * @param keyAndSalt the key and the salt behind it, as long as the suite has them
   * @throws IllegalArgumentException if it is of another length
   */
  public SrtpMasterKey(SrtpSuite suite, byte[] keyAndSalt) {
    if (keyAndSalt.length != suite.keyLength() + suite.saltLength()) {
      throw new IllegalArgumentException(
          "key and salt of %s are %d bytes, not %d"
              .formatted(suite, suite.keyLength() + suite.saltLength(), keyAndSalt.length));
    }
    this.suite = suite;
    this.keyAndSalt = keyAndSalt.clone();
  }

  /** Makes a new key; {@code random} is to be one for secrets. */
  public static SrtpMasterKey generate(SrtpSuite suite, SecureRandom random) {
    byte[] bytes = new byte[suite.keyLength() + suite.saltLength()];
    random.nextBytes(bytes);
    return new SrtpMasterKey(suite, bytes);
  }

  public SrtpSuite suite() {
    return suite;
  }

  /** Returns key and salt as the {@code inline:} of a crypto attribute has them: a secret. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(keyAndSalt);
  }

  byte[] key() {
    return Arrays.copyOf(keyAndSalt, suite.keyLength());
  }

  byte[] salt() {
    return Arrays.copyOfRange(keyAndSalt, suite.keyLength(), keyAndSalt.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SrtpMasterKey key
        && suite == key.suite
        && MessageDigest.isEqual(keyAndSalt, key.keyAndSalt);
  }

  @Override
  public int hashCode() {
    return suite.hashCode();
  }

  @Override
  public String toString() {
    return suite + " key";
  }
}
