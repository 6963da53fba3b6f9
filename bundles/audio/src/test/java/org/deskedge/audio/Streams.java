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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whole streams through codecs, and the files of the test vectors. */
final class Streams {

  private static final int LONGEST_PAYLOAD = 2000;

  private Streams() {}

  static SpeechCodec codec(String name) {
    return SpeechCodecs.named(name).orElseThrow();
  }

  static List<byte[]> encoded(SpeechCodec codec, String parameters, short[] speech, int millis) {
    SpeechEncoder encoder = codec.newEncoder(Optional.of(parameters));
    int length = codec.sampleRate() / 1000 * millis;
    byte[] payload = new byte[LONGEST_PAYLOAD];
    List<byte[]> packets = new ArrayList<>();
    for (int from = 0; from + length <= speech.length; from += length) {
      int bytes = encoder.encode(speech, from, length, payload, 0);
      packets.add(Arrays.copyOf(payload, bytes));
    }
    return packets;
  }

  static short[] decoded(SpeechCodec codec, List<byte[]> packets) {
    SpeechDecoder decoder = codec.newDecoder();
    short[] speech = new short[packets.size() * codec.sampleRate() / 1000 * 120];
    int length = 0;
    for (byte[] packet : packets) {
      length += decoder.decode(packet, 0, packet.length, speech, length);
    }
    return Arrays.copyOf(speech, length);
  }

  static byte[] joined(List<byte[]> packets) {
    ByteBuffer all = ByteBuffer.allocate(packets.stream().mapToInt(packet -> packet.length).sum());
    packets.forEach(all::put);
    return all.array();
  }

  /** Cuts a file into packets of a length. */
  static List<byte[]> cut(byte[] all, int length) {
    List<byte[]> packets = new ArrayList<>();
    for (int from = 0; from + length <= all.length; from += length) {
      packets.add(Arrays.copyOfRange(all, from, from + length));
    }
    return packets;
  }

  static byte[] file(String name) {
    try (InputStream in = Streams.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static short[] samples(byte[] bytes) {
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  static byte[] bytes(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }
}
