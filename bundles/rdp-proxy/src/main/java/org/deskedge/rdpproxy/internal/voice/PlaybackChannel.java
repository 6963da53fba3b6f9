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

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.audio.Resampler;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.rdpsnd.AudioFormat;
import org.deskedge.rdp.rdpsnd.ClientFormats;
import org.deskedge.rdp.rdpsnd.Rdpsnd;
import org.deskedge.rdp.rdpsnd.ServerFormats;
import org.deskedge.rdp.rdpsnd.Training;
import org.deskedge.rdp.rdpsnd.Wave2;
import org.deskedge.rdp.rdpsnd.WaveConfirm;
import org.deskedge.rdpproxy.internal.channel.ClientChannel;

/**
 * Sound towards the client: the audio output protocol over its dynamic channel (MS-RDPEA section
 * 3.3). Opens with one PCM format, the best that the client has, which is never changed: clients do
 * not survive a change on an open channel. Used by the session's event loop only.
 */
final class PlaybackChannel implements ClientChannel.Handler {

  static final String NAME = "AUDIO_PLAYBACK_DVC";

  /** What the channel's owner is told. */
  interface Owner {

    /** The client confirmed the training: waves may be sent. */
    void playbackReady();

    /** The channel is gone. */
    void playbackClosed(String reason);
  }

  private static final int VERSION = 8;
  private final int sampleRate;
  private final List<AudioFormat> offered;
  private final PlayoutMeter meter;
  private final Owner owner;
  private ClientChannel channel;
  private PcmFormat format;
  private Resampler resampler;
  private short[] resampled;
  private boolean ready;
  private int block;

  /**
   * Makes the handler.
   *
   * @param sampleRate of the frames to play
   */
  PlaybackChannel(int sampleRate, PlayoutMeter meter, Owner owner) {
    this.sampleRate = sampleRate;
    this.offered = PcmFormat.offered(sampleRate);
    this.meter = meter;
    this.owner = owner;
  }

  void attach(ClientChannel clientChannel) {
    channel = clientChannel;
  }

  boolean isReady() {
    return ready;
  }

  /**
   * Sends one frame, unless the client does not keep up.
   *
   * @return whether it was sent
   */
  boolean play(short[] samples) {
    if (!ready || !channel.isWritable() || meter.skipNext()) {
      return false;
    }
    short[] frame = asTheClientTakesIt(samples);
    int bytes = frame.length * Short.BYTES;
    int millis = millis();
    block = (block + 1) & 0xFF;
    ByteBuf out = channel.newMessage(Wave2.LENGTH + bytes);
    Wave2.write(out, millis & 0xFFFF, format.index(), block, millis, bytes);
    for (short sample : frame) {
      out.writeShortLE(sample);
    }
    meter.sent(block, millis & 0xFFFF);
    channel.send(out);
    return true;
  }

  @Override
  public void opened() {
    ServerFormats formats = new ServerFormats(VERSION, 0, offered);
    ByteBuf out = channel.newMessage(formats.encodedLength());
    formats.encode(out);
    channel.send(out);
  }

  @Override
  public void received(ByteBuf message) throws MalformedPduException {
    switch (Rdpsnd.type(message)) {
      case Rdpsnd.WAVE_CONFIRM ->
          meter.confirm(WaveConfirm.blockNo(message), WaveConfirm.timestamp(message));
      case Rdpsnd.FORMATS -> formats(ClientFormats.decode(message));
      case Rdpsnd.TRAINING -> trained();
      default -> {
        // Quality mode: this edge has one format and nothing to choose.
      }
    }
  }

  @Override
  public void closed(String reason) {
    ready = false;
    owner.playbackClosed(reason);
  }

  private void formats(ClientFormats formats) throws MalformedPduException {
    if (format != null) {
      throw new MalformedPduException("formats a second time");
    }
    format = PcmFormat.chosen(offered, formats.formats());
    resampler = new Resampler(sampleRate, format.sampleRate());
    resampled = new short[format.sampleRate() / 1_000 * VoiceChannel.FRAME_MILLIS];
    Training training = new Training(millis() & 0xFFFF, 0);
    ByteBuf out = channel.newMessage(training.encodedLength());
    training.encode(out);
    channel.send(out);
  }

  private void trained() throws MalformedPduException {
    if (format == null) {
      throw new MalformedPduException("training confirmed before any format");
    }
    if (!ready) {
      ready = true;
      owner.playbackReady();
    }
  }

  private short[] asTheClientTakesIt(short[] samples) {
    if (format.sampleRate() == sampleRate) {
      return samples;
    }
    resampler.resample(samples, 0, samples.length, resampled, 0);
    return resampled;
  }

  private static int millis() {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
