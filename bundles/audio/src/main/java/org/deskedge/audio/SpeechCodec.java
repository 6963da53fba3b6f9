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
package org.deskedge.audio;

import java.util.Optional;

/**
 * A speech codec as RTP and SDP name it; makes the encoder and the decoder of each stream. Safe for
 * use by any thread.
 */
public interface SpeechCodec {

  /** Returns the encoding name of RFC 3551 or the codec's own RFC, such as {@code PCMU}. */
  String encodingName();

  /**
   * Returns the units per second of RTP timestamps: not always the {@link #sampleRate()}. G.722 has
   * 8,000 (RFC 3551 section 4.5.2), Opus 48,000 (RFC 7587 section 4.1).
   */
  int clockRate();

  /** Returns the channels written in an rtpmap: 2 for Opus (RFC 7587 section 7), else 1. */
  int rtpMapChannels();

  /** Returns samples per second of the linear speech that goes in and comes out; one channel. */
  int sampleRate();

  /** Returns the milliseconds of the shortest frame: a packet holds a whole number of them. */
  int frameMillis();

  /**
   * Returns what this side writes in an fmtp attribute, such as {@code mode=20}; empty if nothing.
   */
  Optional<String> formatParameters();

  /**
   * Makes the encoder of one stream.
   *
   * @param formatParameters what the receiver wrote in its fmtp attribute; empty if nothing. What
   *     is unknown or malformed in it is ignored.
   */
  SpeechEncoder newEncoder(Optional<String> formatParameters);

  /** Returns what this codec does to a call's rating in the E-model. */
  Impairment impairment();

  /** Makes the decoder of one stream. */
  SpeechDecoder newDecoder();
}
