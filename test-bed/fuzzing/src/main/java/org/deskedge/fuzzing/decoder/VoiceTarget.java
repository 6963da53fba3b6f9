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
package org.deskedge.fuzzing.decoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;

/**
 * The far end's voice from packets to frames, whatever comes: payload types and sources that
 * change, sequences that leap, payloads that are none. Packets are preceded by their length, one
 * byte, and by the milliseconds until they come, one byte.
 */
public final class VoiceTarget {

  private static final int RATE = 16_000;
  private static final int FRAME = RATE / 50;
  private static final long MILLI = 1_000_000;
  private static final int FIRST_DYNAMIC = 96;
  private static final int COMFORT_NOISE = 13;
  private static final int EVENTS = 101;

  private VoiceTarget() {}

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    FarEndVoice voice = new FarEndVoice(RATE, PlayoutSettings.DEFAULT);
    voice.expect(codecs(), Map.of(COMFORT_NOISE, 8000), Set.of(EVENTS));
    short[] frame = new short[FRAME];
    ByteBuf packets = Unpooled.wrappedBuffer(input);
    long now = MILLI;
    long read = now;
    while (packets.readableBytes() >= 2) {
      int length = packets.readUnsignedByte();
      now += packets.readUnsignedByte() * MILLI;
      ByteBuf packet = packets.readSlice(Math.min(length, packets.readableBytes()));
      if (RtpHeader.check(packet) == RtpFault.NONE) {
        voice.received(packet, now);
      }
      for (; read <= now; read += 20 * MILLI) {
        voice.read(frame, read);
      }
    }
    for (int i = 0; i < 20; i++) {
      voice.read(frame, read + 20L * i * MILLI);
    }
    RtpTarget.require(voice.figures().millisConcealed() >= 0, "less than nothing concealed");
  }

  /** Each codec under its static payload type, or from 96 on. */
  private static Map<Integer, SpeechCodec> codecs() {
    Map<Integer, SpeechCodec> codecs = new HashMap<>();
    int dynamic = FIRST_DYNAMIC;
    for (SpeechCodec codec : SpeechCodecs.all()) {
      switch (codec.encodingName()) {
        case "PCMU" -> codecs.put(0, codec);
        case "GSM" -> codecs.put(3, codec);
        case "PCMA" -> codecs.put(8, codec);
        case "G722" -> codecs.put(9, codec);
        case "G729" -> codecs.put(18, codec);
        default -> codecs.put(dynamic++, codec);
      }
    }
    return codecs;
  }
}
