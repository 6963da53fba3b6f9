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

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.mediarelay.internal.capture.MicrophonePacer;
import org.deskedge.mediarelay.internal.capture.VoicePacketizer;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.rtp.sdp.AgreedStream;
import org.deskedge.rtp.sdp.MediaFormat;
import org.deskedge.rtp.sdp.SendingFormats;

/**
 * Keeps the voice of one leg moving: its tick plays a frame to the client every 20 ms, silence
 * where nothing came, and keeps the stream to the far end going. For the event loop's thread.
 */
final class VoicePump {

  private final EventLoop loop;
  private final VoiceChannel voice;
  private final RtpReceiver receiver;
  private final FarEndVoice farEnd;
  private final RtpSender sender;
  private final VoicePacketizer packetizer;
  private final MicrophonePacer pacer;
  private final boolean sendsNoise;
  private final LegLog log;
  private final FrameClock clock = new FrameClock();
  private final short[] frame;
  private boolean playing;
  private boolean sentBefore;
  private long stoppedAt;
  private Future<?> ticks;

  /**
   * Makes a pump that stands still.
   *
   * @param sendsNoise whether comfort noise is sent in the user's silences where the far end takes
   *     it
   */
  VoicePump(
      EventLoop loop,
      VoiceChannel voice,
      RtpReceiver receiver,
      FarEndVoice farEnd,
      RtpSender sender,
      boolean sendsNoise,
      LegLog log) {
    this.loop = loop;
    this.voice = voice;
    this.receiver = receiver;
    this.farEnd = farEnd;
    this.sender = sender;
    this.packetizer = new VoicePacketizer(voice.sampleRate(), sender);
    this.pacer = new MicrophonePacer(voice.sampleRate(), packetizer);
    this.sendsNoise = sendsNoise;
    this.log = log;
    this.frame = new short[voice.sampleRate() / FrameClock.FRAMES_PER_SECOND];
  }

  /**
   * Takes packets from, and sends to, the far end as agreed from now on.
   *
   * @param from the socket to send from
   */
  void agree(Channel from, AgreedStream stream) {
    receiver.expect(PayloadTypes.of(stream.receiving()));
    SendingFormats sending = stream.sending();
    MediaFormat speech = sending.speech();
    SpeechCodec codec = SpeechCodecs.named(speech.encodingName()).orElseThrow();
    sender.target(from, codec.clockRate(), sending.events());
    packetizer.target(
        codec, speech.parameters(), speech.payloadType(), stream.ptime(), noise(sending));
  }

  /**
   * Says which way voice flows from now on.
   *
   * @param sends to the far end; only after {@link #agree}
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
      sender.clearEvents();
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

  /** Returns whether voice goes to the far end now, and with it telephone events. */
  boolean isSending() {
    return pacer.running();
  }

  /** The microphone delivered a piece; sent only where voice flows that way. */
  void captured(short[] samples, int length) {
    pacer.captured(samples, length, System.nanoTime());
  }

  private OptionalInt noise(SendingFormats sending) {
    return sendsNoise && sending.noise().isPresent()
        ? OptionalInt.of(sending.noise().get().payloadType())
        : OptionalInt.empty();
  }

  private void tick() {
    try {
      long now = System.nanoTime();
      int due = clock.due(now);
      if (playing) {
        for (int i = 0; i < due; i++) {
          farEnd.read(frame, now);
          voice.play(frame);
        }
      }
      pacer.tick(now);
      receiver.elapsed(now);
    } catch (RuntimeException e) {
      // Without this one failed tick would be the last, without a word.
      log.failure(e);
    }
  }
}
