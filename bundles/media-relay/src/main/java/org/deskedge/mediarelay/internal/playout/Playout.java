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

import org.deskedge.mediarelay.internal.playout.PlayoutCounters.Count;
import org.deskedge.rtp.jitter.JitterBuffer;
import org.deskedge.rtp.jitter.JitterPacket;
import org.deskedge.rtp.jitter.PlayoutDelay;

/**
 * Decides what the next frame is made of.
 *
 * <ul>
 *   <li>A packet whose turn it is, is decoded. What waits then is cut by a pitch period if packets
 *       wait longer than they need to, and stretched by one if they do not wait long enough.
 *   <li>If it is missing and one after it is there, it is lost: recovered from that one if the
 *       codec can, made up for if not.
 *   <li>If none is there, speech is made up for too, but the place in the stream stays: should the
 *       packet still come it is played, later than it was to be. So the delay grows at once when
 *       the way becomes slower.
 *   <li>If the far end said that it is silent, comfort noise goes on until it speaks again; so it
 *       does, as silence, when nothing came for {@link #PAUSE_MILLIS}. The first packet after it
 *       waits as long as is best.
 * </ul>
 *
 * Allocates nothing. For one thread.
 */
final class Playout {

  /** How long nothing must come to be a pause. */
  static final int PAUSE_MILLIS = 200;

  /** A step of the timestamps beyond this is the beginning of a new timeline. */
  private static final long LEAP_MICROS = 1_000_000;

  /** A difference below this comes of rounding, and is no gap. */
  private static final long TOLERANCE_MICROS = 2_000;

  /** Less surplus than this beyond a frame is left alone, so as not to cut and stretch in turn. */
  private static final long HYSTERESIS_MICROS = 5_000;

  /** How many packets must all have waited too long for speech to be cut. */
  private static final int SURPLUS_PACKETS = 3;

  /** A payload no longer than this announces silence: RFC 7587 section 3.1.3, G.729 annex B. */
  private static final int SILENCE_BYTES = 2;

  private enum Pause {
    /** Voice flows. */
    NONE,
    /** The far end said that it is silent. */
    SILENT,
    /** The far end sends telephone events. */
    EVENT,
    /** Nothing came for a while. */
    IDLE
  }

  private enum Stretch {
    NONE,
    SHORTER,
    LONGER
  }

  private final int sampleRate;
  private final int frame;
  private final JitterBuffer buffer;
  private final PlayoutDelay delay;
  private final Timeline timeline;
  private final Payloads payloads;
  private final VoiceOutput output;
  private final PlayoutCounters counters;
  private Pause pause = Pause.NONE;
  private Stretch wanted = Stretch.NONE;
  private boolean pausedForAWhile;
  private int lead;
  private long stalledUnits;
  private long passedUnits;
  private long packetUnits;
  private SpeechPath path;
  private NoisePath noise;
  private long leastSlack = Long.MAX_VALUE;
  private int leastRest = Integer.MAX_VALUE;
  private int packetsWeighed;
  private boolean frameConcealed;
  private boolean frameNoise;

  Playout(
      int sampleRate,
      JitterBuffer buffer,
      PlayoutDelay delay,
      Timeline timeline,
      Payloads payloads,
      VoiceOutput output,
      PlayoutCounters counters) {
    this.sampleRate = sampleRate;
    this.frame = sampleRate / 50;
    this.buffer = buffer;
    this.delay = delay;
    this.timeline = timeline;
    this.payloads = payloads;
    this.output = output;
    this.counters = counters;
  }

  void read(short[] into) {
    frameConcealed = false;
    frameNoise = false;
    discardBeyondBound();
    fillFrame();
    stretch();
    if (frameConcealed) {
      counters.add(Count.FRAMES_CONCEALED, 1);
    }
    if (frameNoise) {
      counters.add(Count.FRAMES_COMFORT_NOISE, 1);
    }
    publish();
    output.read(into);
  }

  void clear() {
    pause = Pause.NONE;
    lead = 0;
    stalledUnits = 0;
    passedUnits = 0;
    path = null;
    noise = null;
    weighAnew();
    output.clear();
  }

  private void fillFrame() {
    while (output.lacking() > 0) {
      fill();
    }
  }

  private void fill() {
    if (lead > 0) {
      lead -= quiet(Math.min(lead, output.lacking()));
      return;
    }
    JitterPacket packet = buffer.first();
    if (packet == null) {
      starved();
      return;
    }
    switch (payloads.kind(packet.payloadType())) {
      case SPEECH -> speech(packet, payloads.path(packet.payloadType()));
      case COMFORT_NOISE -> {
        noise = payloads.noise(packet.payloadType());
        noise.update(packet);
        buffer.take();
        pause(Pause.SILENT);
      }
      case EVENT -> {
        buffer.take();
        pause(Pause.EVENT);
      }
      case UNKNOWN -> buffer.discard();
    }
  }

  private void speech(JitterPacket packet, SpeechPath next) {
    long units = next.units(packet);
    if (units == 0) {
      undecodable(packet);
      return;
    }
    long at = timeline.extended(packet.timestamp());
    if (!timeline.anchored() || pausedForAWhile) {
      anchor(at);
      return;
    }
    long gap = at - timeline.position();
    if (gap > 0) {
      long made = Math.min(gap, stalledUnits);
      timeline.passed(made);
      passedUnits += made;
      stalledUnits -= made;
      gap -= made;
    }
    long tolerance = timeline.units(TOLERANCE_MICROS);
    if (gap > timeline.units(LEAP_MICROS) || -gap > passedUnits + tolerance) {
      anchor(at);
    } else if (gap > tolerance) {
      missing(packet, next, gap);
    } else if (-gap >= units) {
      buffer.take();
      counters.addPassed();
    } else {
      decode(packet, next, at, units, gap < -tolerance ? -gap : 0);
    }
  }

  private void decode(JitterPacket packet, SpeechPath next, long at, long units, long skip) {
    if (path != null && path != next) {
      output.splice();
    }
    path = next;
    int rest = output.size();
    output.speech(path, packet, samples(skip));
    // One decoded before it was needed would have been as good some reads later.
    int early = rest / frame;
    long slack = slack(at + skip) + early * Timeline.FRAME_MICROS;
    boolean announcesSilence = packet.length() <= SILENCE_BYTES;
    buffer.take();
    timeline.position(at + units);
    packetUnits = units;
    stalledUnits = 0;
    passedUnits = 0;
    pause = announcesSilence ? Pause.SILENT : Pause.NONE;
    pausedForAWhile = false;
    weigh(slack, rest - early * frame);
  }

  /** Finds the place of a stream that begins, or goes on after a pause, and lets it wait. */
  private void anchor(long at) {
    timeline.position(at);
    stalledUnits = 0;
    passedUnits = 0;
    pausedForAWhile = false;
    weighAnew();
    long wait = -slack(at);
    if (wait > 0) {
      // In whole frames: what is left over would only wait on top of it.
      long frames = (wait + Timeline.FRAME_MICROS - 1) / Timeline.FRAME_MICROS;
      lead = Math.max(0, (int) frames * frame - output.size());
    }
  }

  private void missing(JitterPacket packet, SpeechPath next, long gap) {
    boolean lost = buffer.missing() > 0;
    if (!lost && slack(timeline.position()) >= timeline.micros(gap)) {
      // The far end left out a time in which it said nothing, and there is no need to wait for it.
      output.splice();
      pass(gap);
      return;
    }
    if (!lost) {
      pass(units(quiet(Math.min(output.lacking(), samples(gap)))));
      return;
    }
    if (next == path && gap == packetUnits) {
      if (output.recovered(path, packet, gap) > 0) {
        counters.add(Count.RECOVERED, 1);
        pass(gap);
        return;
      }
    }
    long part = gap > packetUnits && packetUnits > 0 ? gap - packetUnits : gap;
    pass(Math.max(1, units(conceal(Math.min(output.lacking(), samples(part))))));
  }

  /** Nothing is there to be played. */
  private void starved() {
    int lacking = output.lacking();
    if (!timeline.anchored()) {
      output.fadeOut(lacking);
    } else if (pause == Pause.NONE) {
      stalledUnits += units(conceal(lacking));
      if (stalledUnits * 1000 > (long) PAUSE_MILLIS * timeline.clockRate()) {
        pause(Pause.IDLE);
        pausedForAWhile = true;
      }
    } else {
      pausedForAWhile = true;
      if (pause == Pause.IDLE) {
        countConcealed(quiet(lacking));
      } else {
        quiet(lacking);
      }
    }
  }

  private void undecodable(JitterPacket packet) {
    if (packet.length() <= SILENCE_BYTES) {
      buffer.take();
      pause(Pause.SILENT);
    } else {
      buffer.discard();
    }
  }

  private void pause(Pause why) {
    if (pause == Pause.NONE) {
      pausedForAWhile = false;
    }
    pause = why;
    stalledUnits = 0;
  }

  /** Makes what is heard in a pause. */
  private int quiet(int samples) {
    if (pause != Pause.SILENT) {
      return output.fadeOut(samples);
    }
    frameNoise = true;
    return noise == null ? output.conceal(path, samples) : output.noise(noise, samples);
  }

  private int conceal(int samples) {
    int made = output.conceal(path, Math.max(1, samples));
    countConcealed(made);
    return made;
  }

  private void countConcealed(int samples) {
    frameConcealed = true;
    counters.add(Count.SAMPLES_CONCEALED, samples);
  }

  private void pass(long units) {
    timeline.passed(units);
    passedUnits += units;
  }

  /** Returns by how much longer a packet waits than it needs to, if it is decoded now. */
  private long slack(long at) {
    return delay.known()
        ? timeline.delay(at) - delay.leastTransitMicros() - delay.targetMicros()
        : 0;
  }

  private void weigh(long slack, int rest) {
    if (slack < 0) {
      wanted = Stretch.LONGER;
      weighAnew();
      return;
    }
    leastSlack = Math.min(leastSlack, slack);
    leastRest = Math.min(leastRest, rest);
    packetsWeighed++;
    if (packetsWeighed >= SURPLUS_PACKETS) {
      if (leastSlack >= Timeline.FRAME_MICROS + HYSTERESIS_MICROS
          || leastRest > output.longestStretch()) {
        wanted = Stretch.SHORTER;
      }
      weighAnew();
    }
  }

  /** Stretches what waits by a pitch period if packets that were decoded ask for it. */
  private void stretch() {
    if (wanted == Stretch.SHORTER) {
      // A longer piece has better places to cut, and what is cut out has to be made up for.
      if (buffer.waiting() > 0 && buffer.missing() == 0) {
        fill();
      }
      output.shorten();
      fillFrame();
    } else if (wanted == Stretch.LONGER) {
      output.lengthen();
    }
    wanted = Stretch.NONE;
  }

  private void weighAnew() {
    leastSlack = Long.MAX_VALUE;
    leastRest = Integer.MAX_VALUE;
    packetsWeighed = 0;
  }

  private void discardBeyondBound() {
    JitterPacket packet = buffer.first();
    while (packet != null && timeline.anchored() && delay.known() && isBeyondBound(packet)) {
      long at = timeline.extended(packet.timestamp());
      SpeechPath next = payloads.path(packet.payloadType());
      timeline.position(at + (next == null ? 0 : next.units(packet)));
      stalledUnits = 0;
      passedUnits = 0;
      buffer.discard();
      output.splice();
      packet = buffer.first();
    }
  }

  private boolean isBeyondBound(JitterPacket packet) {
    long waits = timeline.delay(timeline.extended(packet.timestamp())) - delay.leastTransitMicros();
    return payloads.kind(packet.payloadType()) == Payloads.Kind.SPEECH
        && waits > delay.maxMicros() + Timeline.FRAME_MICROS + HYSTERESIS_MICROS;
  }

  private void publish() {
    if (timeline.anchored() && delay.known()) {
      long waiting = output.size() * 1_000_000L / sampleRate;
      counters.publish(
          timeline.delay(timeline.position()) + waiting - delay.leastTransitMicros(),
          delay.targetMicros(),
          delay.driftPartsPerMillion());
    }
  }

  private int samples(long units) {
    return (int) (units * sampleRate / timeline.clockRate());
  }

  private long units(long samples) {
    return samples * timeline.clockRate() / sampleRate;
  }
}
