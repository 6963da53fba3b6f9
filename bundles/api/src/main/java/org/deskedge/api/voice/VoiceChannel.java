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
package org.deskedge.api.voice;

import io.netty.util.concurrent.Future;

/**
 * The voice channel of one remote-desktop session: linear PCM to and from the client's sound
 * devices.
 *
 * <p>One call owns it at a time. Every method except {@link #statistics()} is to be called on the
 * session's event loop, and every callback comes on it.
 */
public interface VoiceChannel {

  /** Length of a frame in milliseconds. */
  int FRAME_MILLIS = 20;

  /** Returns whether this client can carry voice. */
  VoiceAvailability availability();

  /**
   * Samples per second of the PCM both ways; the same for the life of the session, and known before
   * the channel opens. A client that has not got this rate is resampled for, by the channel.
   */
  int sampleRate();

  /**
   * Opens the channel for one call: negotiates playback if it is not open yet, and starts capture.
   *
   * @param listener receives the microphone and the end of the channel
   * @return succeeds once both directions are open; fails with {@link VoiceChannelException} when
   *     the client refuses, does not answer in time, or another call owns the channel
   */
  Future<Void> open(VoiceListener listener);

  /**
   * Plays one frame of {@link #FRAME_MILLIS}. To be called once every {@link #FRAME_MILLIS}; the
   * channel leaves a frame out when the client has fallen behind, to bound its latency.
   *
   * @param samples holds the frame; read before the method returns
   * @return false if the frame was left out, or the channel is not open
   */
  boolean play(short[] samples);

  /** Ends the call's use of the channel: capture stops, playback stays ready for the next call. */
  void release();

  /** Returns the figures of this channel. Safe for use by any thread. */
  VoiceStatistics statistics();
}
