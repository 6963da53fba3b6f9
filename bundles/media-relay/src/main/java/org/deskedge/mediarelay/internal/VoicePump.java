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

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.rtp.sdp.AgreedStream;
import org.deskedge.rtp.sdp.MediaFormat;

/**
 * Keeps the voice of one leg moving: its tick plays a frame to the client every 20 ms, silence
 * where nothing came, and keeps the stream to the far end going. For the event loop's thread.
 */
final class VoicePump {

  private final EventLoop loop;
  private final VoiceChannel voice;
  private final RtpReceiver receiver;
  private final PlayoutBuffer playout;
  private final RtpSender sender;
  private final MicrophonePacer pacer;
  private final LegCounters counters;
  private final LegLog log;
  private final FrameClock clock = new FrameClock();
  private final short[] frame = new short[PlayoutBuffer.FRAME];
  private boolean playing;
  private boolean sentBefore;
  private long stoppedAt;
  private Future<?> ticks;

  VoicePump(
      EventLoop loop,
      VoiceChannel voice,
      RtpReceiver receiver,
      PlayoutBuffer playout,
      RtpSender sender,
      LegCounters counters,
      LegLog log) {
    this.loop = loop;
    this.voice = voice;
    this.receiver = receiver;
    this.playout = playout;
    this.sender = sender;
    this.pacer = new MicrophonePacer(sender);
    this.counters = counters;
    this.log = log;
  }

  /** Takes packets from, and sends to, the far end as agreed from now on. */
  void agree(AgreedStream stream) {
    Map<Integer, SpeechDecoder> receiving = new HashMap<>();
    stream.receiving().stream()
        .filter(MediaFormat::isSpeech)
        .forEach(format -> receiving.put(format.payloadType(), codec(format).newDecoder()));
    MediaFormat speech = stream.sending().speech();
    receiver.expect(stream.remote(), receiving);
    sender.target(
        stream.remote(), codec(speech).newEncoder(speech.parameters()), speech.payloadType());
  }

  /**
   * Says which way voice flows from now on.
   *
   * @param sends to the far end; only after {@link #agree(AgreedStream)}
   * @param plays to the client
   */
  void flow(boolean sends, boolean plays) {
    long now = System.nanoTime();
    playing = plays;
    receiver.playing(plays);
    if (sends && !pacer.running()) {
      sender.pause(sentBefore ? now - stoppedAt : 0);
      pacer.start(now);
      sentBefore = true;
    } else if (!sends && pacer.running()) {
      pacer.stop();
      stoppedAt = now;
    }
    if ((plays || sends) && ticks == null) {
      clock.start(now);
      ticks =
          loop.scheduleAtFixedRate(
              this::tick, FrameClock.FRAME_NANOS, FrameClock.FRAME_NANOS, TimeUnit.NANOSECONDS);
    } else if (!plays && !sends && ticks != null) {
      ticks.cancel(false);
      ticks = null;
    }
  }

  /** The microphone delivered a piece; sent only where voice flows that way. */
  void captured(short[] samples, int length) {
    pacer.captured(samples, length, System.nanoTime());
  }

  private void tick() {
    try {
      long now = System.nanoTime();
      int due = clock.due(now);
      if (playing) {
        for (int i = 0; i < due; i++) {
          playout.read(frame);
          voice.play(frame);
        }
        counters.publish(playout);
      }
      pacer.tick(now);
    } catch (RuntimeException e) {
      // Without this one failed tick would be the last, without a word.
      log.failure(e);
    }
  }

  private static SpeechCodec codec(MediaFormat format) {
    return SpeechCodecs.named(format.encodingName()).orElseThrow();
  }
}
