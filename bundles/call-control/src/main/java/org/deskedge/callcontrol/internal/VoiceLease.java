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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.api.voice.VoiceListener;
import org.deskedge.voip.Reason;

/**
 * One call's use of the session's voice channel, from asking for it to giving it back.
 *
 * <p>A call may end while the client is still being asked. The lease then stays {@linkplain
 * #isOver() not over} until the client has answered, and gives back what comes.
 */
final class VoiceLease implements VoiceListener {

  /** Longest wait for the client; leaves the agent time to answer the caller without the edge. */
  static final int OPEN_TIMEOUT_MILLIS = 1_500;

  /** The call. Called on the event loop, and at most one end of the lease is told. */
  interface Holder {
    void voiceOpened();

    void voiceRefused(Reason reason, String text);

    void voiceLost(String text);
  }

  private enum State {
    OPENING,
    OPEN,
    /** Nobody waits any more, but the client's answer is still to come. */
    ABANDONED,
    OVER
  }

  private final VoiceChannel voice;
  private final EventLoop loop;
  private final VoiceListener leg;
  private final Holder holder;
  private State state = State.OPENING;
  private Future<?> timer;

  /**
   * Makes a lease that has not asked yet.
   *
   * @param leg receives the microphone
   */
  VoiceLease(DesktopSession session, VoiceListener leg, Holder holder) {
    this.voice = session.voice();
    this.loop = session.eventLoop();
    this.leg = leg;
    this.holder = holder;
  }

  void open() {
    timer = loop.schedule(this::timedOut, OPEN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    voice.open(this).addListener(this::answered);
  }

  /** Gives the channel back, now or as soon as it comes. The holder is told nothing more. */
  void release() {
    if (state == State.OPENING) {
      abandon();
    } else if (state == State.OPEN) {
      state = State.OVER;
      voice.release();
    }
  }

  /** Returns whether another call may ask for the voice channel. */
  boolean isOver() {
    return state == State.OVER;
  }

  @Override
  public void captured(short[] samples, int length) {
    if (state == State.OPEN) {
      leg.captured(samples, length);
    }
  }

  @Override
  public void closed(String reason) {
    if (state == State.OPENING) {
      abandon();
      holder.voiceRefused(Reason.NO_VOICE, reason);
    } else if (state == State.OPEN) {
      state = State.OVER;
      try {
        leg.closed(reason);
      } finally {
        holder.voiceLost(reason);
      }
    }
  }

  private void answered(Future<? super Void> answer) {
    if (!loop.inEventLoop()) {
      loop.execute(() -> answered(answer));
    } else if (state == State.OPENING) {
      timer.cancel(false);
      if (answer.isSuccess()) {
        state = State.OPEN;
        holder.voiceOpened();
      } else {
        state = State.OVER;
        Throwable why = answer.cause();
        holder.voiceRefused(
            Reason.NO_VOICE, Objects.requireNonNullElse(why.getMessage(), why.toString()));
      }
    } else if (state == State.ABANDONED) {
      state = State.OVER;
      if (answer.isSuccess()) {
        voice.release();
      }
    }
  }

  private void timedOut() {
    if (state == State.OPENING) {
      abandon();
      holder.voiceRefused(
          Reason.TIMEOUT,
          "the client did not open the voice channel within " + OPEN_TIMEOUT_MILLIS + " ms");
    }
  }

  private void abandon() {
    state = State.ABANDONED;
    timer.cancel(false);
  }
}
