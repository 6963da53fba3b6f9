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
package org.deskedge.mediarelay.internal.playout;

import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.Set;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.jitter.Arrival;
import org.deskedge.rtp.jitter.JitterBuffer;
import org.deskedge.rtp.jitter.PlayoutDelay;

/**
 * The far end's voice on its way to the client: takes its packets as they come, and yields exactly
 * one frame of 20 ms at the rate of the voice channel each time it is read.
 *
 * <p>Packets wait in a {@link JitterBuffer} for as long as {@link PlayoutDelay} says; a {@link
 * Playout} decides what the next frame is made of. To be read once every 20 ms by the far end's
 * audience, whose clock it keeps: a far end whose clock is fast or slow is followed by taking out
 * or repeating a pitch period now and then.
 *
 * <p>Nothing that comes makes it throw, once {@link RtpHeader#check} found it sound. Allocates
 * nothing after construction, except to agree. For the event loop's thread; {@link #figures()} for
 * any.
 */
public final class FarEndVoice {

  private final JitterBuffer buffer = new JitterBuffer();
  private final PlayoutDelay delay;
  private final Timeline timeline = new Timeline();
  private final Payloads payloads;
  private final PlayoutCounters counters;
  private final Playout playout;

  /**
   * Makes the voice of one call.
   *
   * @param sampleRate samples per second of the voice channel: 8,000, 16,000 or 48,000
   */
  public FarEndVoice(int sampleRate, PlayoutSettings settings) {
    delay = new PlayoutDelay(settings.delay());
    payloads = new Payloads(sampleRate);
    counters = new PlayoutCounters(sampleRate);
    VoiceOutput output = new VoiceOutput(sampleRate, settings.concealment(), counters);
    playout = new Playout(sampleRate, buffer, delay, timeline, payloads, output, counters);
  }

  /**
   * Says what payload types mean from now on; any other is not taken. What waits of a type that is
   * no longer agreed is discarded when its turn comes.
   *
   * @param speech the codecs by payload type
   * @param comfortNoise the clock rates by payload type of comfort noise (RFC 3389)
   * @param events the payload types of telephone events (RFC 4733), which are not played: a far end
   *     that sends them in place of voice is known not to have lost any
   */
  public void expect(
      Map<Integer, SpeechCodec> speech, Map<Integer, Integer> comfortNoise, Set<Integer> events) {
    payloads.expect(speech, comfortNoise, events);
  }

  /**
   * Takes a packet.
   *
   * @param packet an RTP packet that {@link RtpHeader#check} found sound, not protected (SRTP) any
   *     more; its indices are not moved and it is not kept
   * @param nowNanos when it came, of {@link System#nanoTime()}
   * @return what became of it
   */
  public Arrival received(ByteBuf packet, long nowNanos) {
    int payloadType = RtpHeader.payloadType(packet);
    Payloads.Kind kind = payloads.kind(payloadType);
    if (kind == Payloads.Kind.UNKNOWN) {
      return Arrival.NOT_AGREED;
    }
    if (kind == Payloads.Kind.SPEECH) {
      keepClock(payloads.path(payloadType).clockRate());
    }
    int timestamp = RtpHeader.timestamp(packet);
    Arrival arrival =
        buffer.put(
            RtpHeader.ssrc(packet),
            RtpHeader.sequenceNumber(packet),
            timestamp,
            payloadType,
            RtpHeader.marker(packet),
            packet,
            packet.readerIndex() + RtpHeader.payloadOffset(packet),
            RtpHeader.payloadLength(packet));
    if (arrival == Arrival.RESTARTED) {
      restart(timeline.clockRate());
      payloads.reset();
    }
    if (kind == Payloads.Kind.SPEECH && (arrival.waits() || arrival == Arrival.LATE)) {
      delay.arrived(timeline.arrival(nowNanos), timeline.micros(timeline.extended(timestamp)));
    }
    counters.publish(buffer);
    return arrival;
  }

  /**
   * Reads the next frame.
   *
   * @param frame written to from index 0, 20 ms
   * @param nowNanos of {@link System#nanoTime()}
   */
  public void read(short[] frame, long nowNanos) {
    playout.read(frame);
    timeline.read(nowNanos);
    counters.publish(buffer);
  }

  /** Forgets what waits and whom it came from; the figures stay. */
  public void clear() {
    buffer.clear();
    timeline.clear();
    delay.restart();
    payloads.reset();
    playout.clear();
  }

  /** Returns the figures so far. Safe for use by any thread. */
  public PlayoutFigures figures() {
    return counters.snapshot();
  }

  /** Timestamps of one clock say nothing of those of another: what waits of the old one goes. */
  private void keepClock(int clockRate) {
    if (clockRate != timeline.clockRate()) {
      while (buffer.waiting() > 0) {
        buffer.discard();
      }
      restart(clockRate);
    }
  }

  private void restart(int clockRate) {
    timeline.restart(clockRate);
    delay.restart();
  }
}
