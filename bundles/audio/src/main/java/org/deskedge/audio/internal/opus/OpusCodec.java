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
package org.deskedge.audio.internal.opus;

import java.util.Optional;
import org.deskedge.audio.Impairment;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.audio.SpeechEncoder;

/**
 * Opus (RFC 6716, RFC 7587) for wideband speech, by libopus.
 *
 * <p>Of what a receiver asks for are heeded {@code maxplaybackrate}, {@code maxaveragebitrate},
 * {@code useinbandfec} and {@code cbr}. {@code stereo} changes nothing, one channel is always
 * allowed; {@code usedtx} neither: speech is sent without a break, which keeps the way through
 * address translators open, and a far end that does break off is understood. Safe for use by any
 * thread.
 */
public final class OpusCodec implements SpeechCodec {

  static final int SAMPLE_RATE = 16_000;

  // The longest of the frame lengths whose multiples up to 120 ms are all allowed.
  static final int FRAME_MILLIS = 20;

  private static final int CLOCK_RATE = 48_000;
  private static final int RTPMAP_CHANNELS = 2;
  private static final String PARAMETERS =
      "maxplaybackrate=16000;sprop-maxcapturerate=16000;stereo=0;useinbandfec=1";

  private OpusCodec() {}

  /** Returns the codec; empty, and said so once in the log, if there is none for this machine. */
  public static Optional<SpeechCodec> ifAvailable() {
    return OpusLibrary.isLoaded() ? Optional.of(new OpusCodec()) : Optional.empty();
  }

  @Override
  public String encodingName() {
    return "opus";
  }

  @Override
  public int clockRate() {
    return CLOCK_RATE;
  }

  @Override
  public int rtpMapChannels() {
    return RTPMAP_CHANNELS;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int frameMillis() {
    return FRAME_MILLIS;
  }

  @Override
  public Impairment impairment() {
    return Impairment.OPUS;
  }

  @Override
  public Optional<String> formatParameters() {
    return Optional.of(PARAMETERS);
  }

  @Override
  public SpeechEncoder newEncoder(Optional<String> formatParameters) {
    return new OpusEncoder(formatParameters);
  }

  @Override
  public SpeechDecoder newDecoder() {
    return new OpusDecoder();
  }
}
