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
package org.deskedge.testbed.voice;

import java.util.List;
import java.util.Locale;

/** The speech codecs of the stock telephones of Debian 12, as RTP and SDP name them. */
public enum PhoneCodec {
  PCMU(8000, 8000, 1),
  PCMA(8000, 8000, 1),
  G722(8000, 16000, 1),
  OPUS(48000, 48000, 2),
  GSM(8000, 8000, 1),
  G729(8000, 8000, 1);

  /** Those that baresip and the edge have. */
  public static final List<PhoneCodec> BARESIP = List.of(PCMU, PCMA, G722, OPUS, GSM);

  /** Those that linphonec and the edge have. */
  public static final List<PhoneCodec> LINPHONE = List.of(PCMU, PCMA, G722, OPUS, GSM, G729);

  private final int clockRate;
  private final int sampleRate;
  private final int channels;

  PhoneCodec(int clockRate, int sampleRate, int channels) {
    this.clockRate = clockRate;
    this.sampleRate = sampleRate;
    this.channels = channels;
  }

  /** The phone codec of a G.711 law. */
  public static PhoneCodec of(G711 law) {
    return law == G711.PCMU ? PCMU : PCMA;
  }

  /** Its name in an rtpmap attribute. */
  public String encodingName() {
    return this == OPUS ? "opus" : name();
  }

  /** Units a second of its RTP timestamps. */
  public int clockRate() {
    return clockRate;
  }

  /** Samples a second of the speech that it carries, at most 16,000: no telephone speaks wider. */
  public int speechRate() {
    return Math.min(16_000, sampleRate);
  }

  /** Whether what was decoded is the source but for rounding; other codecs are judged by ear. */
  public boolean keepsWaveform() {
    return this == PCMU || this == PCMA;
  }

  /** How baresip's accounts name it. */
  String baresipName() {
    return encodingName() + "/" + sampleRate + "/" + channels;
  }

  /** The module of baresip that has it. */
  String baresipModule() {
    return this == PCMU || this == PCMA ? "g711" : name().toLowerCase(Locale.ROOT);
  }
}
