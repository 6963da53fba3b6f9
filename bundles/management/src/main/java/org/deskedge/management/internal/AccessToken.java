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
package org.deskedge.management.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.deskedge.tls.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bearer token (RFC 6750) that opens the management endpoint, kept in a file. */
public final class AccessToken {

  private static final Logger log = LoggerFactory.getLogger(AccessToken.class);

  private static final int BYTES = 32;

  /** What RFC 6750 section 2.1 allows, and not so short that it can be guessed. */
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._~+/-]{32,512}=*");

  private final byte[] token;

  private AccessToken(String token) {
    this.token = token.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads the token, or makes one of 256 random bits where there is no file.
   *
   * @param file made readable for its owner only
   * @throws IOException if it cannot be read or written, or holds no usable token
   */
  public static AccessToken loadOrCreate(Path file) throws IOException {
    if (!Files.exists(file) && PrivateFile.create(file, random())) {
      log.info("no token at {}: made one", file);
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    if (!USABLE.matcher(text).matches()) {
      throw new IOException(
          file
              + " holds no token of 32 to 512 letters, digits and -._~+/;"
              + " delete it to have one made");
    }
    return new AccessToken(text);
  }

  private static byte[] random() {
    byte[] bits = new byte[BYTES];
    new SecureRandom().nextBytes(bits);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    return (text + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns whether this is the token; takes as long for one that is nearly right. */
  public boolean matches(String claimed) {
    return MessageDigest.isEqual(token, claimed.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "access token";
  }
}
