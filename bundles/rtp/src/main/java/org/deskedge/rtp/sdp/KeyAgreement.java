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

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.rtp.srtp.SrtpKeys;
import org.deskedge.rtp.srtp.SrtpMasterKey;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;

/**
 * Agrees on the keys of a stream by security descriptions (RFC 4568 section 7). This side has one
 * key for each suite and keeps it for the whole session, so that a new offer breaks no stream. For
 * one thread.
 */
final class KeyAgreement {

  private final SrtpMode mode;
  private final List<SrtpSuite> suites;
  private final SecureRandom random = new SecureRandom();
  private final Map<SrtpSuite, SrtpMasterKey> own = new EnumMap<>(SrtpSuite.class);

  /** What goes into an answer, and what comes of it; both empty for plain RTP. */
  record Result(Optional<CryptoAttribute> answer, Optional<SrtpKeys> keys) {

    static final Result PLAIN = new Result(Optional.empty(), Optional.empty());
  }

  KeyAgreement(MediaPolicy policy) {
    this.mode = policy.srtp();
    this.suites = policy.suites();
  }

  /** Returns this side's keys for an offer, most wanted first; none where SRTP is forbidden. */
  List<CryptoAttribute> offered() {
    List<CryptoAttribute> all = new ArrayList<>();
    if (mode != SrtpMode.FORBIDDEN) {
      for (SrtpSuite suite : suites) {
        all.add(CryptoAttribute.of(all.size() + 1, ownKey(suite)));
      }
    }
    return all;
  }

  /** Returns why an offered stream cannot be answered as to its keys; empty if it can. */
  Optional<String> problem(MediaDescription offered) {
    if (offered.isSecure() && mode == SrtpMode.FORBIDDEN) {
      return Optional.of(offered.protocol() + " is asked for, and SRTP is forbidden here");
    }
    return mustBeSecure(offered) && best(offered).isEmpty()
        ? Optional.of(noKey(offered))
        : Optional.empty();
  }

  /** Answers the keys of an offered stream: the suite this side wants most, else plain RTP. */
  Result answer(MediaDescription offered) {
    return best(offered)
        .map(
            crypto -> {
              SrtpKeys keys = keys(crypto);
              CryptoAttribute answer = CryptoAttribute.of(crypto.tag(), keys.sending());
              return new Result(Optional.of(answer), Optional.of(keys));
            })
        .orElse(Result.PLAIN);
  }

  /**
   * Takes the key of an answered stream.
   *
   * @throws SdpException if the stream must be protected and there is no key, or if there is one
   *     that was not asked for
   */
  Optional<SrtpKeys> accept(MediaDescription stream) throws SdpException {
    if (mode == SrtpMode.FORBIDDEN || (stream.crypto().isEmpty() && !mustBeSecure(stream))) {
      return Optional.empty();
    }
    for (CryptoAttribute own : offered()) {
      for (CryptoAttribute answered : stream.crypto()) {
        if (answered.tag() == own.tag()
            && answered.key().filter(key -> key.suite().name().equals(own.suite())).isPresent()) {
          return Optional.of(keys(answered));
        }
      }
    }
    throw new SdpException("no usable audio: " + noKey(stream));
  }

  private boolean mustBeSecure(MediaDescription stream) {
    return stream.isSecure() || mode == SrtpMode.REQUIRED;
  }

  private Optional<CryptoAttribute> best(MediaDescription offered) {
    if (mode != SrtpMode.FORBIDDEN) {
      for (SrtpSuite suite : suites) {
        for (CryptoAttribute crypto : offered.crypto()) {
          if (crypto.key().filter(key -> key.suite() == suite).isPresent()) {
            return Optional.of(crypto);
          }
        }
      }
    }
    return Optional.empty();
  }

  private String noKey(MediaDescription stream) {
    if (stream.crypto().isEmpty()) {
      return "SRTP is needed and there is no key (crypto)";
    }
    String named =
        String.join(" ", stream.crypto().stream().map(CryptoAttribute::suite).distinct().toList());
    return "no key can be used (crypto): suites are %s, known are %s"
        .formatted(
            SdpException.quote(named),
            String.join(" ", suites.stream().map(SrtpSuite::name).toList()));
  }

  private SrtpKeys keys(CryptoAttribute theirs) {
    SrtpMasterKey key = theirs.key().orElseThrow();
    return new SrtpKeys(ownKey(key.suite()), key);
  }

  private SrtpMasterKey ownKey(SrtpSuite suite) {
    return own.computeIfAbsent(suite, wanted -> SrtpMasterKey.generate(wanted, random));
  }
}
