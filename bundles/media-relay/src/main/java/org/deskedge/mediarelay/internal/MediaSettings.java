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
package org.deskedge.mediarelay.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deskedge.api.config.Settings;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.rtp.sdp.LocalCodec;
import org.deskedge.rtp.sdp.MediaPolicy;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;

/** What this edge offers far ends, and how it answers their offers. */
final class MediaSettings {

  static final String CODECS = "codecs";
  static final String PTIME = "rtp.ptime";
  static final int PTIME_DEFAULT = 20;
  static final String SRTP = "srtp";
  static final String SUITES = "srtp.suites";

  /** The strongest first; the short authentication tags last (RFC 3711 section 7.5). */
  static final List<SrtpSuite> SUITES_DEFAULT =
      List.of(
          SrtpSuite.AEAD_AES_256_GCM,
          SrtpSuite.AEAD_AES_128_GCM,
          SrtpSuite.AES_256_CM_HMAC_SHA1_80,
          SrtpSuite.AES_CM_128_HMAC_SHA1_80,
          SrtpSuite.AES_256_CM_HMAC_SHA1_32,
          SrtpSuite.AES_CM_128_HMAC_SHA1_32);

  /** Native to the platform: where it cannot be loaded, calls go without it. */
  private static final String OPUS = "opus";

  private MediaSettings() {}

  static MediaPolicy read(Settings settings) {
    List<LocalCodec> codecs = codecs(settings);
    int ptime =
        settings.integer(PTIME, PTIME_DEFAULT, MediaPolicy.MIN_PTIME, MediaPolicy.MAX_PTIME);
    SrtpMode srtp =
        SrtpMode.named(
                settings.oneOf(
                    SRTP,
                    SrtpMode.BEST_EFFORT.text(),
                    Arrays.stream(SrtpMode.values()).map(SrtpMode::text).toList()))
            .orElse(SrtpMode.BEST_EFFORT);
    return new MediaPolicy(codecs, ptime, srtp, suites(settings));
  }

  private static List<LocalCodec> codecs(Settings settings) {
    List<String> known =
        Stream.concat(Stream.of(OPUS), SpeechCodecs.all().stream().map(SpeechCodec::encodingName))
            .distinct()
            .toList();
    List<LocalCodec> codecs = new ArrayList<>();
    for (String name : list(settings, CODECS, String.join(",", known))) {
      Optional<SpeechCodec> codec = SpeechCodecs.named(name);
      if (codec.isPresent()) {
        codecs.add(local(codec.get()));
      } else if (!name.equalsIgnoreCase(OPUS)) {
        settings.problem(CODECS, name, "of " + String.join(", ", known));
      }
    }
    if (codecs.isEmpty()) {
      settings.problem(CODECS, settings.text(CODECS, ""), "at least one codec that this edge has");
      return SpeechCodecs.all().stream().map(MediaSettings::local).toList();
    }
    return codecs;
  }

  private static List<SrtpSuite> suites(Settings settings) {
    List<SrtpSuite> suites = new ArrayList<>();
    List<String> known = SUITES_DEFAULT.stream().map(Enum::name).toList();
    for (String name : list(settings, SUITES, String.join(",", known))) {
      SrtpSuite.named(name)
          .ifPresentOrElse(
              suites::add, () -> settings.problem(SUITES, name, "of " + String.join(", ", known)));
    }
    return suites.isEmpty() ? SUITES_DEFAULT : suites;
  }

  private static List<String> list(Settings settings, String key, String fallback) {
    String text = settings.text(key, fallback);
    List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count()
        < names.size()) {
      settings.problem(key, text, "names, each once, with commas");
    }
    return names;
  }

  private static LocalCodec local(SpeechCodec codec) {
    return new LocalCodec(
        codec.encodingName(),
        codec.clockRate(),
        codec.rtpMapChannels(),
        codec.formatParameters(),
        codec.frameMillis());
  }
}
