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
package org.deskedge.mediarelay.internal.capture;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.deskedge.audio.Resampler;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechEncoder;

/**
 * Makes frames of the user's voice into packets as agreed: resamples to the codec's rate, gathers
 * the packet time, and encodes; in silences sends comfort noise in their place, where that was
 * agreed. Allocates nothing per packet. For one thread.
 */
public final class VoicePacketizer implements FrameSink {

  private static final int MAX_PACKET_MILLIS = 120;
  private static final int MAX_PAYLOAD = 1500;
  private static final int MILLIS_PER_SECOND = 1000;
  private static final int FRAME_MILLIS = 20;

  private final int channelRate;
  private final PacketSink sink;
  private final byte[] payload = new byte[MAX_PAYLOAD];
  private short[] pending = new short[0];
  private int filled;
  private boolean marker;
  private Resampler resampler;
  private SpeechCodec codec;
  private SpeechEncoder encoder;
  private SilenceNoise noise;
  private int payloadType;
  private int packetSamples;
  private int packetUnits;

  /**
   * Makes a packetizer; nothing may be sent before {@link #target}.
   *
   * @param channelRate samples per second of the frames that come
   */
  public VoicePacketizer(int channelRate, PacketSink sink) {
    this.channelRate = channelRate;
    this.sink = sink;
  }

  /**
   * Says how to encode from now on. What waits for a packet to become whole is kept if the codec
   * stays the same.
   *
   * @param formatParameters what the far end wrote for it
   * @param type payload type of the speech, 0 to 127
   * @param packetMillis wanted length of a packet; the codec's whole frames decide
   * @param noiseType payload type of comfort noise to be sent in silences; empty for speech always
   */
  public void target(
      SpeechCodec wanted,
      Optional<String> formatParameters,
      int type,
      int packetMillis,
      OptionalInt noiseType) {
    if (wanted != codec) {
      filled = 0;
      resampler =
          wanted.sampleRate() == channelRate
              ? null
              : new Resampler(channelRate, wanted.sampleRate());
      codec = wanted;
    }
    encoder = wanted.newEncoder(formatParameters);
    payloadType = type;
    int millis = wholeFrames(packetMillis, encoder.frameMillis());
    packetSamples = wanted.sampleRate() / MILLIS_PER_SECOND * millis;
    packetUnits = wanted.clockRate() / MILLIS_PER_SECOND * millis;
    noise =
        noiseType.isPresent()
            ? new SilenceNoise(wanted.sampleRate(), noiseType.getAsInt(), millis)
            : null;
    int room = packetSamples + wanted.sampleRate() / MILLIS_PER_SECOND * FRAME_MILLIS;
    if (pending.length < room) {
      pending = Arrays.copyOf(pending, room);
    }
    filled = Math.min(filled, packetSamples - 1);
  }

  @Override
  public void send(short[] samples, boolean talkspurt) {
    marker |= talkspurt;
    int frame = channelRate / MILLIS_PER_SECOND * FRAME_MILLIS;
    if (resampler == null) {
      System.arraycopy(samples, 0, pending, filled, frame);
      filled += frame;
    } else {
      filled += resampler.resample(samples, 0, frame, pending, filled);
    }
    int taken = 0;
    while (filled - taken >= packetSamples) {
      packet(taken);
      taken += packetSamples;
    }
    filled -= taken;
    System.arraycopy(pending, taken, pending, 0, filled);
  }

  private void packet(int offset) {
    if (noise != null && noise.replaces(pending, offset, packetSamples)) {
      noise.send(sink, packetUnits, payload);
      marker = true;
      return;
    }
    int length = encoder.encode(pending, offset, packetSamples, payload, 0);
    sink.send(marker, payloadType, packetUnits, payload, length);
    marker = false;
  }

  private static int wholeFrames(int wanted, int frame) {
    int frames = Math.max(1, (Math.min(wanted, MAX_PACKET_MILLIS) + frame / 2) / frame);
    return Math.min(frames * frame, MAX_PACKET_MILLIS / frame * frame);
  }
}
