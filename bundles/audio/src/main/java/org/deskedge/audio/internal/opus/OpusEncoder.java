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

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Optional;
import org.deskedge.audio.SpeechEncoder;
import org.deskedge.audio.internal.FormatParameters;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;

/** libopus's encoder, set as the receiver asks for. Allocates nothing after construction. */
final class OpusEncoder implements SpeechEncoder {

  private static final int FRAME = OpusCodec.SAMPLE_RATE / 1000 * OpusCodec.FRAME_MILLIS;
  private static final int MAX_FRAMES = 120 / OpusCodec.FRAME_MILLIS;
  // The longest frame of section 3.2.1 of RFC 6716; no packet of speech comes near it.
  private static final int MAX_PAYLOAD = 1275;

  private static final int BIT_RATE = 24_000;
  private static final int LOWEST_BIT_RATE = 6000;
  private static final int COMPLEXITY = 5;
  // So much redundancy as if every tenth packet were lost: at less libopus leaves it out.
  private static final int EXPECTED_LOSS_PERCENT = 10;

  private final byte[] speech = new byte[MAX_FRAMES * FRAME * Short.BYTES];
  private final ShortBuffer asSamples =
      ByteBuffer.wrap(speech).order(ByteOrder.nativeOrder()).asShortBuffer();
  private final byte[] packet = new byte[MAX_PAYLOAD];
  private final long encoder;

  OpusEncoder(Optional<String> receiver) {
    encoder = Opus.encoder_create(OpusCodec.SAMPLE_RATE, 1);
    NativeHandle.own(this, encoder, Opus::encoder_destroy);
    int wanted = FormatParameters.number(receiver, "maxaveragebitrate").orElse(BIT_RATE);
    Opus.encoder_set_bitrate(encoder, Math.max(LOWEST_BIT_RATE, Math.min(BIT_RATE, wanted)));
    Opus.encoder_set_complexity(encoder, COMPLEXITY);
    Opus.encoder_set_max_bandwidth(
        encoder,
        bandwidth(
            FormatParameters.number(receiver, "maxplaybackrate").orElse(OpusCodec.SAMPLE_RATE)));
    Opus.encoder_set_vbr(encoder, isOn(receiver, "cbr") ? 0 : 1);
    if (isOn(receiver, "useinbandfec")) {
      Opus.encoder_set_inband_fec(encoder, 1);
      Opus.encoder_set_packet_loss_perc(encoder, EXPECTED_LOSS_PERCENT);
    }
  }

  private static boolean isOn(Optional<String> receiver, String name) {
    return FormatParameters.number(receiver, name).orElse(0) == 1;
  }

  private static int bandwidth(int playbackRate) {
    if (playbackRate <= 8000) {
      return Opus.BANDWIDTH_NARROWBAND;
    }
    return playbackRate <= 12_000 ? Opus.BANDWIDTH_MEDIUMBAND : Opus.BANDWIDTH_WIDEBAND;
  }

  @Override
  public int frameMillis() {
    return OpusCodec.FRAME_MILLIS;
  }

  @Override
  public int encode(short[] samples, int offset, int length, byte[] payload, int at) {
    int count = Math.min(length / FRAME, MAX_FRAMES) * FRAME;
    if (count == 0) {
      return 0;
    }
    asSamples.put(0, samples, offset, count);
    try {
      int bytes = Opus.encode(encoder, speech, 0, count, packet, 0, MAX_PAYLOAD);
      if (bytes <= 0) {
        return 0;
      }
      System.arraycopy(packet, 0, payload, at, bytes);
      return bytes;
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
