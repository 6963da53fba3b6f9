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
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.api.voice.VoiceListener;
import org.deskedge.audio.Resampler;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.audin.Audin;
import org.deskedge.rdp.audin.FormatChange;
import org.deskedge.rdp.audin.Formats;
import org.deskedge.rdp.audin.Open;
import org.deskedge.rdp.audin.OpenReply;
import org.deskedge.rdp.audin.Version;
import org.deskedge.rdp.rdpsnd.AudioFormat;
import org.deskedge.rdpproxy.internal.channel.ClientChannel;

/**
 * The client's microphone for one call: the audio input protocol (MS-RDPEAI section 3.3). Used by
 * the session's event loop only.
 */
final class CaptureChannel implements ClientChannel.Handler {

  static final String NAME = "AUDIO_INPUT";

  /** What the channel's owner is told. */
  interface Owner {

    /** The client has opened its microphone. */
    void captureReady(CaptureChannel capture);

    /** The channel is gone. */
    void captureClosed(CaptureChannel capture, String reason);
  }

  private static final int VERSION = 1;

  private final int sampleRate;
  private final List<AudioFormat> offered;
  private final VoiceListener listener;
  private final Owner owner;
  private ClientChannel channel;
  private PcmFormat format;
  private Resampler resampler;
  private short[] samples = {};
  private short[] resampled = {};
  private boolean ready;

  /**
   * Makes the handler of one call's microphone.
   *
   * @param sampleRate of what the listener is given
   */
  CaptureChannel(int sampleRate, VoiceListener listener, Owner owner) {
    this.sampleRate = sampleRate;
    this.offered = PcmFormat.offered(sampleRate);
    this.listener = listener;
    this.owner = owner;
  }

  void attach(ClientChannel clientChannel) {
    channel = clientChannel;
  }

  boolean isReady() {
    return ready;
  }

  void close() {
    ready = false;
    channel.close();
  }

  @Override
  public void opened() {
    Version version = new Version(VERSION);
    ByteBuf out = channel.newMessage(version.encodedLength());
    version.encode(out);
    channel.send(out);
  }

  @Override
  public void received(ByteBuf message) throws MalformedPduException {
    switch (Audin.type(message)) {
      case Audin.DATA -> data(message);
      case Audin.VERSION -> offerFormats();
      case Audin.FORMATS -> open(Formats.decode(message));
      case Audin.OPEN_REPLY -> opened(OpenReply.decode(message));
      case Audin.FORMAT_CHANGE -> formatIs(FormatChange.decode(message));
      default -> {
        // Incoming Data announces what follows at once and needs no answer.
      }
    }
  }

  @Override
  public void closed(String reason) {
    ready = false;
    owner.captureClosed(this, reason);
  }

  private void offerFormats() {
    Formats formats = new Formats(offered);
    ByteBuf out = channel.newMessage(formats.encodedLength());
    formats.encode(out);
    channel.send(out);
  }

  private void open(Formats formats) throws MalformedPduException {
    if (format != null) {
      throw new MalformedPduException("formats a second time");
    }
    format = PcmFormat.chosen(offered, formats.formats());
    resampler = new Resampler(format.sampleRate(), sampleRate);
    int samplesPerFrame = format.sampleRate() / 1_000 * VoiceChannel.FRAME_MILLIS;
    // The client takes the length for a hint, and so does this.
    makeRoom(2 * samplesPerFrame);
    Open open = new Open(samplesPerFrame, format.index(), format.format());
    ByteBuf out = channel.newMessage(open.encodedLength());
    open.encode(out);
    channel.send(out);
  }

  private void formatIs(FormatChange change) throws MalformedPduException {
    if (format == null || change.format() != format.index()) {
      throw new MalformedPduException("format " + change.format() + " was not asked for");
    }
  }

  private void opened(OpenReply reply) throws MalformedPduException {
    if (reply.result() < 0) {
      channel.close();
      closed(String.format("the client could not open its microphone (0x%08X)", reply.result()));
    } else if (format == null) {
      throw new MalformedPduException("the microphone is open before any format");
    } else if (!ready) {
      ready = true;
      owner.captureReady(this);
    }
  }

  private void data(ByteBuf message) throws MalformedPduException {
    int index = message.readerIndex() + Audin.HEADER_LENGTH;
    int bytes = message.writerIndex() - index;
    if (bytes % Short.BYTES != 0) {
      throw new MalformedPduException(bytes + " bytes are no whole number of samples");
    }
    if (!ready) {
      return;
    }
    int count = bytes / Short.BYTES;
    makeRoom(count);
    for (int i = 0; i < count; i++) {
      samples[i] = message.getShortLE(index + i * Short.BYTES);
    }
    int made = resampler.resample(samples, 0, count, resampled, 0);
    listener.captured(resampled, made);
  }

  private void makeRoom(int count) {
    if (count > samples.length) {
      samples = new short[count];
      resampled = new short[count * (sampleRate / format.sampleRate())];
    }
  }
}
