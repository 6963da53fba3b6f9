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

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.audio.Streams.codec;
import static org.deskedge.audio.Streams.cut;
import static org.deskedge.audio.Streams.decoded;
import static org.deskedge.audio.Streams.encoded;
import static org.deskedge.audio.Streams.file;
import static org.deskedge.audio.Streams.joined;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the codecs with what other programs made of the same signal; see the vectors' README.
 */
class CodecVectorTest {

  private static final int SPEECH_MILLIS = 500;

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 30, 40, 60})
  void wherePacketsEndMakesNoDifferenceToTheBitsOfG722(int millis) {
    List<byte[]> packets = encoded(codec("G722"), "", CodecSignals.vector(16_000), millis);

    assertThat(joined(packets)).isEqualTo(file("vector.g722"));
    assertThat(crc(decoded(codec("G722"), packets))).isEqualTo(0x4ee99a0fL);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 100, 120})
  void wherePacketsEndMakesNoDifferenceToTheBitsOfGsm(int millis) {
    List<byte[]> packets = encoded(codec("GSM"), "", CodecSignals.vector(8000), millis);

    assertThat(joined(packets)).isEqualTo(file("vector.gsm"));
    assertThat(crc(decoded(codec("GSM"), packets))).isEqualTo(0xe8dd36c4L);
  }

  @Test
  void anotherProgramsG729IsDecodedAsAThirdOneDoes() {
    short[] ours = decoded(codec("G729"), cut(file("vector.g729"), 20));
    short[] theirs = Streams.samples(file("vector.g729.pcm"));

    assertThat(ours).hasSameSizeAs(theirs);
    // The post-filters differ: the peers have the short one of Annex A.
    assertThat(CodecSignals.segmentalSnr(theirs, ours, 0, 8000)).isGreaterThan(15);
  }

  @Test
  void whatWeMakeOfG729IsAsGoodAsWhatTheOtherProgramMakes() {
    short[] speech = CodecSignals.vector(8000);
    short[] ours = decoded(codec("G729"), encoded(codec("G729"), "", speech, 20));
    short[] theirs = decoded(codec("G729"), cut(file("vector.g729"), 20));

    assertThat(CodecSignals.segmentalSnr(speech, ours, 40, 8000))
        .isGreaterThan(CodecSignals.segmentalSnr(speech, theirs, 40, 8000) - 0.5);
  }

  @ParameterizedTest
  @CsvSource({"20, 38, 40", "30, 50, 80"})
  void ourIlbcIsUnderstoodByAnotherProgram(int mode, int bytes, int enhancerDelay) {
    short[] speech = CodecSignals.vector(8000);
    byte[] ours = joined(encoded(codec("iLBC"), "mode=" + mode, speech, mode));
    assertThat(ours).isEqualTo(file("vector.ilbc" + mode));

    // The peer has no enhancer, whose delay it then lacks too.
    short[] theirs = Streams.samples(file("vector.ilbc" + mode + ".pcm"));
    short[] decoded = decoded(codec("iLBC"), cut(ours, bytes));
    assertThat(CodecSignals.segmentalSnr(theirs, decoded, enhancerDelay, 8000)).isGreaterThan(9);
  }

  @Test
  void stereoOfTheWholeBandIsDecodedAsOneWidebandChannel() {
    ByteBuffer file = ByteBuffer.wrap(file("vector.opus"));
    List<byte[]> packets = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] packet = new byte[file.getShort()];
      file.get(packet);
      packets.add(packet);
    }
    short[] speech = CodecSignals.vector(16_000);
    short[] decoded = decoded(codec("opus"), packets);

    int length = 16 * (SPEECH_MILLIS - 60);
    double best = 0;
    for (int delay = 0; delay < 16 * 25; delay++) {
      best = Math.max(best, CodecSignals.correlation(speech, 320, decoded, 320 + delay, length));
    }
    assertThat(best).isGreaterThan(0.95);
  }

  private static long crc(short[] samples) {
    CRC32 crc = new CRC32();
    crc.update(Streams.bytes(samples));
    return crc.getValue();
  }
}
