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
package org.deskedge.testbed.bench.transcoding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.audio.SpeechEncoder;

/**
 * Two codecs between which speech is transcoded, both ways.
 *
 * @param one the first, PCMU
 * @param other the second
 */
public record CodecPair(SpeechCodec one, SpeechCodec other) {

  /** What is measured, in this order. */
  static final List<String> OTHERS = List.of("PCMA", "G722", "opus", "G729");

  private static final int FRAME_MILLIS = 20;
  private static final int MOST_BYTES = 1500;

  /** PCMU and another; empty if the edge has not got that on this machine. */
  static Optional<CodecPair> with(String other) {
    return SpeechCodecs.named(other)
        .map(codec -> new CodecPair(SpeechCodecs.named("PCMU").orElseThrow(), codec));
  }

  /** How SDP and reports name it. */
  @Override
  public String toString() {
    return one.encodingName() + " <-> " + other.encodingName();
  }

  /** Samples of a packet of 20 ms. */
  public static int frame(SpeechCodec codec) {
    return codec.sampleRate() * FRAME_MILLIS / 1000;
  }

  /**
   * Encodes speech into payloads of 20 ms.
   *
   * @param speech at the codec's sample rate
   */
  public static List<byte[]> payloads(SpeechCodec codec, short[] speech) {
    SpeechEncoder encoder = codec.newEncoder(Optional.empty());
    int frame = frame(codec);
    byte[] payload = new byte[MOST_BYTES];
    return IntStream.range(0, speech.length / frame)
        .mapToObj(i -> Arrays.copyOf(payload, encoder.encode(speech, i * frame, frame, payload, 0)))
        .toList();
  }
}
