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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.media.Buffer;
import javax.media.Codec;
import javax.media.PlugIn;
import javax.media.format.AudioFormat;
import net.sf.fmj.media.codec.audio.alaw.ALawDecoderUtil;
import org.junit.jupiter.api.Test;

/** Compares every value with libjitsi's codecs, and with those of the framework below it. */
class G711PeerTest {

  private static final int ALL_SAMPLES = 1 << 16;
  private static final int ALL_CODES = 1 << 8;
  private static final AudioFormat LINEAR =
      new AudioFormat(
          AudioFormat.LINEAR, 8000, 16, 1, AudioFormat.LITTLE_ENDIAN, AudioFormat.SIGNED);

  @Test
  void muLawEncodesEverySampleAsThePeerDoes() {
    assertThat(encoded(G711.PCMU))
        .isEqualTo(
            processed(
                new org.jitsi.impl.neomedia.codec.audio.ulaw.JavaEncoder(), LINEAR, samples()));
  }

  @Test
  void aLawEncodesEverySampleAsThePeerDoes() {
    assertThat(encoded(G711.PCMA))
        .isEqualTo(
            processed(
                new org.jitsi.impl.neomedia.codec.audio.alaw.JavaEncoder(), LINEAR, samples()));
  }

  @Test
  void muLawDecodesEveryCodeAsThePeerDoes() {
    byte[] peer =
        processed(
            new org.jitsi.impl.neomedia.codec.audio.ulaw.JavaDecoder(),
            new AudioFormat(AudioFormat.ULAW, 8000, 8, 1),
            codes());
    short[] expected = new short[ALL_CODES];
    ByteBuffer.wrap(peer).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(expected);

    assertThat(decoded(G711.PCMU)).isEqualTo(expected);
  }

  @Test
  void aLawDecodesEveryCodeAsThePeerDoes() {
    short[] expected = new short[ALL_CODES];
    for (int code = 0; code < ALL_CODES; code++) {
      expected[code] = ALawDecoderUtil.aLawDecode((byte) code);
    }

    assertThat(decoded(G711.PCMA)).isEqualTo(expected);
  }

  private static byte[] processed(Codec peer, AudioFormat format, byte[] data) {
    Buffer in = new Buffer();
    in.setFormat(format);
    in.setData(data);
    in.setLength(data.length);
    Buffer out = new Buffer();
    peer.setInputFormat(format);
    peer.setOutputFormat(peer.getSupportedOutputFormats(format)[0]);
    try {
      peer.open();
    } catch (javax.media.ResourceUnavailableException e) {
      throw new IllegalStateException(e);
    }
    assertThat(peer.process(in, out)).isEqualTo(PlugIn.BUFFER_PROCESSED_OK);
    byte[] result = new byte[out.getLength()];
    System.arraycopy(out.getData(), out.getOffset(), result, 0, result.length);
    return result;
  }

  private static byte[] samples() {
    ByteBuffer bytes = ByteBuffer.allocate(2 * ALL_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      bytes.putShort((short) sample);
    }
    return bytes.array();
  }

  private static byte[] codes() {
    byte[] codes = new byte[ALL_CODES];
    for (int code = 0; code < ALL_CODES; code++) {
      codes[code] = (byte) code;
    }
    return codes;
  }

  private static byte[] encoded(G711 law) {
    short[] samples = new short[ALL_SAMPLES];
    ByteBuffer.wrap(samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    byte[] payload = new byte[ALL_SAMPLES];
    law.encode(samples, 0, samples.length, payload, 0);
    return payload;
  }

  private static short[] decoded(G711 law) {
    short[] samples = new short[ALL_CODES];
    law.decode(codes(), 0, ALL_CODES, samples, 0);
    return samples;
  }
}
