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

import org.deskedge.audio.ComfortNoiseAnalyser;
import org.deskedge.audio.VoiceActivity;

/**
 * What is sent while the user is silent: how the background sounds (RFC 3389), at once and then
 * every {@link #INTERVAL_MILLIS}, which also keeps address translators and the far end's patience
 * alive. Allocates nothing per packet. For one thread.
 */
final class SilenceNoise {

  /** Time between two descriptions of the noise. */
  static final int INTERVAL_MILLIS = 200;

  private final int payloadType;
  private final int packetMillis;
  private final VoiceActivity activity;
  private final ComfortNoiseAnalyser analyser;
  private int silentMillis;

  SilenceNoise(int sampleRate, int payloadType, int packetMillis) {
    this.payloadType = payloadType;
    this.packetMillis = packetMillis;
    this.activity = new VoiceActivity(sampleRate);
    this.analyser = new ComfortNoiseAnalyser(sampleRate);
  }

  /** Returns whether a packet holds nothing but background, so that noise can stand for it. */
  boolean replaces(short[] samples, int offset, int length) {
    if (activity.isSpeech(samples, offset, length)) {
      silentMillis = 0;
      return false;
    }
    analyser.heard(samples, offset, length);
    return true;
  }

  /** Sends what stands for the packet: a description of the noise, or nothing. */
  void send(PacketSink sink, int units, byte[] payload) {
    if (silentMillis % INTERVAL_MILLIS < packetMillis) {
      sink.send(false, payloadType, units, payload, analyser.write(payload, 0));
    } else {
      sink.skip(units);
    }
    silentMillis += packetMillis;
  }
}
