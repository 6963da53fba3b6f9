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

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.rtp.srtp.SrtpMasterKey;
import org.deskedge.rtp.srtp.SrtpSuite;

/**
 * A key for a stream: the crypto attribute of security descriptions (RFC 4568 section 9).
 *
 * <pre>
 * a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:base64(key || salt)|2^31|1:4 WSH=64
 *          tag suite                 key                       |lifetime|MKI parameters
 * </pre>
 *
 * <p>A lifetime binds the one who made the key, and is taken without being kept. What would change
 * the packets and is not supported makes the attribute unusable, not the description (section
 * 7.1.2): an MKI, several keys, a key derivation rate, no encryption, no authentication.
 *
 * @param tag 0 to 999,999,999; an answer repeats that of the offer
 * @param suite as written
 * @param key empty where the attribute cannot be used
 */
public record CryptoAttribute(int tag, String suite, Optional<SrtpMasterKey> key) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9}) +([A-Za-z0-9_]{1,60}) +([^ ]+)((?: +[^ ]+)*) *");
  private static final Pattern INLINE =
      Pattern.compile("inline:([A-Za-z0-9+/]{1,100}={0,2})(?:\\|(?:2\\^\\d{1,2}|\\d{1,15}))?");
  private static final String WINDOW = "WSH=";

  /** Returns the attribute for a key of this side. */
  static CryptoAttribute of(int tag, SrtpMasterKey key) {
    return new CryptoAttribute(tag, key.suite().name(), Optional.of(key));
  }

  /** Reads the value of a crypto attribute; empty if it is none. */
  static Optional<CryptoAttribute> parse(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<SrtpMasterKey> key =
        areSupported(matcher.group(4).trim())
            ? SrtpSuite.named(matcher.group(2)).flatMap(suite -> key(suite, matcher.group(3)))
            : Optional.empty();
    return Optional.of(
        new CryptoAttribute(Integer.parseInt(matcher.group(1)), matcher.group(2), key));
  }

  /** Returns the attribute as written: a secret. */
  String write() {
    return tag + " " + suite + " inline:" + key.orElseThrow().toBase64();
  }

  private static Optional<SrtpMasterKey> key(SrtpSuite suite, String text) {
    Matcher matcher = INLINE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SrtpMasterKey(suite, Base64.getDecoder().decode(matcher.group(1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A hint about the replay window and what is marked as optional may be passed over. */
  private static boolean areSupported(String parameters) {
    List<String> words = parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(" +"));
    return words.stream().allMatch(word -> word.startsWith(WINDOW) || word.startsWith("-"));
  }
}
