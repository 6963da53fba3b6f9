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
import org.deskedge.audio.TimeStretcher;

/**
 * Makes the microphone's pieces into an unbroken stream of frames.
 *
 * <p>A frame is sent as soon as it is whole. When the microphone is idle, the tick sends silence in
 * its place, so the far end never sees the stream stop. The stream keeps to the wall clock: sent
 * frames may be {@link #MAX_SENT_AHEAD_NANOS} ahead of it and one more may wait, 60 ms in all; what
 * comes on top pushes out the frame that waits. A lead that lasts a second is delay to the
 * listener: the speech is shortened until it is gone, by pitch periods, which nobody hears. That
 * also makes up for a microphone whose clock runs fast.
 *
 * <p>Times are of {@link System#nanoTime()}. Allocates nothing after construction. For one thread.
 */
public final class MicrophonePacer {

  /** Length of a frame in nanoseconds. */
  public static final long FRAME_NANOS = 20_000_000;

  private static final int FRAMES_PER_SECOND = 50;

  /** How far what was sent may be ahead of the wall clock. */
  static final long MAX_SENT_AHEAD_NANOS = 2 * FRAME_NANOS;

  /** How far the stream may fall behind before its clock gives way. */
  static final long MAX_BEHIND_NANOS = 3 * FRAME_NANOS;

  /** How long the microphone must say nothing to be idle; pieces come up to 20 ms late. */
  static final long IDLE_NANOS = 3 * FRAME_NANOS;

  /** How many frames in a row must be ahead for the lead to be worked off. */
  static final int SETTLE_FRAMES = 50;

  private static final int MAX_SILENCE_PER_TICK = 3;

  private final int frame;
  private final FrameSink sink;
  private final TimeStretcher stretcher;
  private short[] filling;
  private short[] waiting;
  private int filled;
  private boolean isWaiting;
  private boolean running;
  private boolean talking;
  private long origin;
  private long sent;
  private long capturedAt;
  private int framesAhead;

  /**
   * Makes a pacer that is stopped.
   *
   * @param sampleRate of the microphone, in samples per second
   */
  public MicrophonePacer(int sampleRate, FrameSink sink) {
    this.frame = sampleRate / FRAMES_PER_SECOND;
    this.sink = sink;
    this.stretcher = new TimeStretcher(sampleRate);
    this.filling = new short[frame];
    this.waiting = new short[frame];
  }

  /** Starts a stream; the microphone counts as idle until it says something. */
  public void start(long now) {
    running = true;
    talking = false;
    isWaiting = false;
    filled = 0;
    origin = now;
    sent = 0;
    capturedAt = now - IDLE_NANOS;
    framesAhead = 0;
  }

  /** Stops the stream; what had not been sent is forgotten. */
  public void stop() {
    running = false;
    Arrays.fill(filling, (short) 0);
    Arrays.fill(waiting, (short) 0);
  }

  public boolean running() {
    return running;
  }

  /** The microphone delivered a piece of any length; ignored while stopped. */
  public void captured(short[] samples, int length, long now) {
    if (!running) {
      return;
    }
    capturedAt = now;
    int taken = 0;
    while (taken < length) {
      int piece = Math.min(frame - filled, length - taken);
      System.arraycopy(samples, taken, filling, filled, piece);
      taken += piece;
      filled += piece;
      if (filled == frame) {
        filled = 0;
        whole(now);
      }
    }
  }

  /** To be called about every 20 ms. */
  public void tick(long now) {
    if (!running) {
      return;
    }
    sendWaiting(now);
    if (now - capturedAt >= IDLE_NANOS) {
      for (int i = 0; i < MAX_SILENCE_PER_TICK && ahead(now) <= -FRAME_NANOS; i++) {
        sendSilence();
      }
    }
    if (ahead(now) < -MAX_BEHIND_NANOS) {
      origin = now - sent * FRAME_NANOS - MAX_BEHIND_NANOS;
    }
  }

  private void whole(long now) {
    sendWaiting(now);
    framesAhead = ahead(now) > FRAME_NANOS ? framesAhead + 1 : 0;
    if (framesAhead > SETTLE_FRAMES) {
      int shorter = stretcher.shorten(filling, 0, frame);
      if (shorter < frame) {
        filled = shorter;
        return;
      }
    }
    short[] free = waiting;
    waiting = filling;
    filling = free;
    isWaiting = true;
    sendWaiting(now);
  }

  private void sendWaiting(long now) {
    if (isWaiting && ahead(now) + FRAME_NANOS <= MAX_SENT_AHEAD_NANOS) {
      isWaiting = false;
      sent++;
      sink.send(waiting, !talking);
      talking = true;
    }
  }

  /** Sends the rest of a frame that was begun, and silence behind it. */
  private void sendSilence() {
    Arrays.fill(filling, filled, frame, (short) 0);
    filled = 0;
    talking = false;
    sent++;
    sink.send(filling, false);
  }

  private long ahead(long now) {
    return sent * FRAME_NANOS - (now - origin);
  }
}
