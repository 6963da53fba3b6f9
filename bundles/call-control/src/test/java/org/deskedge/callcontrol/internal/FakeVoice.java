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
package org.deskedge.callcontrol.internal;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.OptionalInt;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.api.voice.VoiceChannelException;
import org.deskedge.api.voice.VoiceListener;
import org.deskedge.api.voice.VoiceStatistics;

/** A voice channel that counts and is strict about who owns it. */
final class FakeVoice implements VoiceChannel {

  /** What the client does when it is asked. */
  enum Client {
    AGREES,
    REFUSES,
    IS_SILENT,
    BREAKS
  }

  private final EventLoop loop;
  volatile VoiceAvailability availability = VoiceAvailability.AVAILABLE;
  Client client = Client.AGREES;
  int opened;
  int givenBack;
  int strayReleases;
  private VoiceListener listener;
  private Promise<Void> asked;
  private boolean open;

  FakeVoice(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public VoiceAvailability availability() {
    return availability;
  }

  @Override
  public int sampleRate() {
    return 8000;
  }

  @Override
  public Future<Void> open(VoiceListener newListener) {
    if (client == Client.BREAKS) {
      throw new IllegalStateException("broken on purpose");
    }
    if (open || asked != null) {
      return loop.newFailedFuture(new VoiceChannelException("another call owns the channel"));
    }
    listener = newListener;
    asked = loop.newPromise();
    Promise<Void> answer = asked;
    if (client == Client.AGREES) {
      clientAgrees();
    } else if (client == Client.REFUSES) {
      clientRefuses();
    }
    return answer;
  }

  void clientAgrees() {
    opened++;
    open = true;
    Promise<Void> answer = asked;
    asked = null;
    answer.setSuccess(null);
  }

  void clientRefuses() {
    Promise<Void> answer = asked;
    asked = null;
    answer.setFailure(new VoiceChannelException("the client declined"));
  }

  void clientCloses() {
    open = false;
    givenBack++;
    listener.closed("the client closed the microphone");
  }

  void clientSpeaks(short... samples) {
    listener.captured(samples, samples.length);
  }

  boolean isAsked() {
    return asked != null;
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public boolean play(short[] samples) {
    return open;
  }

  @Override
  public void release() {
    if (open) {
      open = false;
      givenBack++;
    } else {
      strayReleases++;
    }
  }

  @Override
  public VoiceStatistics statistics() {
    return new VoiceStatistics(10, 1, 1600, OptionalInt.of(39));
  }
}
