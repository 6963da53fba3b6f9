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
package org.deskedge.mediarelay.internal;

import io.netty.util.concurrent.Future;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.api.voice.VoiceListener;
import org.deskedge.api.voice.VoiceStatistics;

/** A voice channel that keeps what it is given to play. */
final class FakeVoice implements VoiceChannel {

  final BlockingQueue<short[]> played = new LinkedBlockingQueue<>();
  volatile int sampleRate = 8000;

  @Override
  public VoiceAvailability availability() {
    return VoiceAvailability.AVAILABLE;
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public Future<Void> open(VoiceListener listener) {
    throw new UnsupportedOperationException("the leg does not open the voice channel");
  }

  @Override
  public boolean play(short[] samples) {
    return played.add(samples.clone());
  }

  @Override
  public void release() {
    throw new UnsupportedOperationException("the leg does not release the voice channel");
  }

  @Override
  public VoiceStatistics statistics() {
    return new VoiceStatistics(played.size(), 0, 0, OptionalInt.of(40));
  }
}
