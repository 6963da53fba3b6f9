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
package org.deskedge.rdpproxy.internal.voice;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.api.voice.VoiceChannelException;
import org.deskedge.api.voice.VoiceListener;
import org.deskedge.api.voice.VoiceStatistics;
import org.deskedge.rdpproxy.internal.channel.DynamicChannels;

/**
 * Voice to and from an unmodified remote-desktop client. Playback is opened by the first call and
 * stays open, because clients play silence on a channel that was closed and made again; the
 * microphone is opened for each call. Used by the session's event loop, but for {@link
 * #availability()} and {@link #statistics()}.
 */
public final class RdpVoiceChannel
    implements VoiceChannel, PlaybackChannel.Owner, CaptureChannel.Owner {

  /**
   * How long a client may take to open both directions; it may ask its user about the microphone.
   */
  private static final int OPEN_SECONDS = 10;

  private final EventLoop loop;
  private final DynamicChannels channels;
  private final int sampleRate;
  private final PlayoutMeter meter = new PlayoutMeter(FRAME_MILLIS);
  private final LongAdder played = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder captured = new LongAdder();
  private volatile VoiceAvailability availability = VoiceAvailability.UNKNOWN;

  private PlaybackChannel playback;
  private CaptureChannel capture;
  private VoiceListener listener;
  private Promise<Void> opening;

  /**
   * Begins closed.
   *
   * @param loop the session's
   * @param sampleRate samples per second both ways, whatever the client has: 8,000 or a multiple
   */
  public RdpVoiceChannel(EventLoop loop, DynamicChannels channels, int sampleRate) {
    this.loop = loop;
    this.channels = channels;
    this.sampleRate = sampleRate;
  }

  /** Says whether this client can carry voice. */
  public void availability(VoiceAvailability value) {
    availability = value;
  }

  @Override
  public VoiceAvailability availability() {
    return availability;
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public Future<Void> open(VoiceListener voiceListener) {
    if (availability != VoiceAvailability.AVAILABLE) {
      return failed("the client has no voice: " + availability);
    }
    if (listener != null) {
      return failed("another call uses the client's microphone");
    }
    if (channels.desktopHasMicrophone()) {
      return failed("the desktop itself uses the client's microphone");
    }
    listener = voiceListener;
    opening = loop.newPromise();
    Promise<Void> result = opening;
    if (playback == null) {
      playback = new PlaybackChannel(sampleRate, meter, this);
      playback.attach(channels.open(PlaybackChannel.NAME, playback));
    }
    capture = new CaptureChannel(sampleRate, counting(voiceListener), this);
    capture.attach(channels.open(CaptureChannel.NAME, capture));
    loop.schedule(() -> giveUp(result), OPEN_SECONDS, TimeUnit.SECONDS);
    return result;
  }

  @Override
  public boolean play(short[] samples) {
    if (listener == null || opening != null) {
      return false;
    }
    boolean sent = playback.play(samples);
    (sent ? played : skipped).increment();
    return sent;
  }

  @Override
  public void release() {
    if (listener == null) {
      return;
    }
    listener = null;
    CaptureChannel ended = capture;
    capture = null;
    if (ended != null) {
      ended.close();
    }
    if (opening != null) {
      Promise<Void> unfinished = opening;
      opening = null;
      unfinished.tryFailure(new VoiceChannelException("given up before it was open"));
    }
  }

  @Override
  public VoiceStatistics statistics() {
    return new VoiceStatistics(played.sum(), skipped.sum(), captured.sum(), meter.latency());
  }

  @Override
  public void playbackReady() {
    finishOpening();
  }

  @Override
  public void playbackClosed(String reason) {
    playback = null;
    lost(reason);
  }

  @Override
  public void captureReady(CaptureChannel ready) {
    finishOpening();
  }

  @Override
  public void captureClosed(CaptureChannel ended, String reason) {
    if (ended == capture) {
      capture = null;
      lost(reason);
    }
  }

  private void finishOpening() {
    if (opening != null && playback.isReady() && capture.isReady()) {
      Promise<Void> finished = opening;
      opening = null;
      finished.trySuccess(null);
    }
  }

  private void giveUp(Promise<Void> unfinished) {
    if (opening == unfinished) {
      lost("the client did not open its sound within " + OPEN_SECONDS + " s");
    }
  }

  /** One half is gone: the call that uses the channel loses it as a whole. */
  private void lost(String reason) {
    if (listener == null) {
      return;
    }
    VoiceListener told = listener;
    Promise<Void> unfinished = opening;
    opening = null;
    release();
    if (unfinished != null) {
      unfinished.tryFailure(new VoiceChannelException(reason));
    } else {
      told.closed(reason);
    }
  }

  private VoiceListener counting(VoiceListener voiceListener) {
    return new VoiceListener() {
      @Override
      public void captured(short[] samples, int length) {
        captured.add(length);
        voiceListener.captured(samples, length);
      }

      @Override
      public void closed(String reason) {
        voiceListener.closed(reason);
      }
    };
  }

  private Future<Void> failed(String reason) {
    return loop.newFailedFuture(new VoiceChannelException(reason));
  }
}
