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

import java.util.Arrays;
import org.deskedge.audio.LossConcealer;
import org.deskedge.audio.TimeStretcher;
import org.deskedge.mediarelay.internal.playout.PlayoutCounters.Count;
import org.deskedge.rtp.jitter.JitterPacket;

/**
 * Makes samples at the rate of the voice channel out of packets and out of nothing, joins them
 * without clicks, and keeps what is not played yet. Each method that makes samples returns how
 * many. Allocates nothing after construction. For one thread.
 */
final class VoiceOutput {

  /** What waits at most: a frame's rest, the longest packet, what it is stretched by, and more. */
  private static final int CAPACITY_MILLIS = 240;

  private final int frame;
  private final boolean concealment;
  private final PlayoutCounters counters;
  private final SampleQueue queue;
  private final LossConcealer concealer;
  private final TimeStretcher stretcher;
  private final short[] unheard;
  private boolean begun;

  VoiceOutput(int sampleRate, boolean concealment, PlayoutCounters counters) {
    frame = sampleRate / 50;
    this.concealment = concealment;
    this.counters = counters;
    queue = new SampleQueue(sampleRate * CAPACITY_MILLIS / 1000);
    concealer = new LossConcealer(sampleRate);
    stretcher = new TimeStretcher(sampleRate);
    unheard = new short[1];
  }

  /** Returns how many samples lack to the next frame; 0 or less if it is whole. */
  int lacking() {
    return frame - queue.size();
  }

  /** Returns how many samples wait. */
  int size() {
    return queue.size();
  }

  /** Returns the greatest number of samples that one stretch adds or takes. */
  int longestStretch() {
    return stretcher.maxPeriod();
  }

  /**
   * Decodes a packet.
   *
   * @param skip how many samples of it to leave out at its beginning
   */
  int speech(SpeechPath path, JitterPacket packet, int skip) {
    int added = path.decode(packet, queue);
    int kept = Math.max(0, added - skip);
    if (kept < added) {
      int from = queue.tail() - added;
      System.arraycopy(queue.array(), from + added - kept, queue.array(), from, kept);
      queue.added(kept - added);
    }
    heard(kept);
    return kept;
  }

  /** Makes good the packet lost before this one, which held that many units; 0 if it cannot be. */
  int recovered(SpeechPath path, JitterPacket packet, long units) {
    if (!concealment) {
      return 0;
    }
    int added = path.recover(packet, units, queue);
    heard(added);
    return added;
  }

  /** Makes up for lost speech, by the codec's own means where it has any: one frame of it then. */
  int conceal(SpeechPath path, int samples) {
    if (!concealment || path == null) {
      return fadeOut(samples);
    }
    int added = path.conceal(queue);
    if (added == 0) {
      return fadeOut(samples);
    }
    heard(added);
    return added;
  }

  /** Goes on with what was heard last, and fades it out. */
  int fadeOut(int samples) {
    queue.reserve(samples);
    if (concealment && begun) {
      concealer.conceal(queue.array(), queue.tail(), samples);
    } else {
      Arrays.fill(queue.array(), queue.tail(), queue.tail() + samples, (short) 0);
    }
    queue.added(samples);
    return samples;
  }

  /** Adds comfort noise. */
  int noise(NoisePath path, int samples) {
    int added = path.generate(samples, queue);
    heard(added);
    return added;
  }

  /** What comes next does not follow what came last: the seam is faded over. */
  void splice() {
    if (concealment && begun) {
      // After one sample made up, which nobody hears, what comes is faded in.
      concealer.conceal(unheard, 0, 1);
    }
  }

  /** Takes a pitch period out of what waits, if there is a good place. */
  void shorten() {
    int shorter = stretcher.shorten(queue.array(), queue.head(), queue.size());
    counters.add(Count.SAMPLES_SHORTENED, queue.size() - shorter);
    queue.resize(shorter);
  }

  /** Repeats a pitch period of what waits, if there is a good place. */
  void lengthen() {
    if (queue.reserve(stretcher.maxPeriod())) {
      int longer = stretcher.lengthen(queue.array(), queue.head(), queue.size());
      counters.add(Count.SAMPLES_LENGTHENED, longer - queue.size());
      queue.resize(longer);
    }
  }

  /** Takes out a frame; none is to be lacking. */
  void read(short[] into) {
    queue.read(into, frame);
  }

  void clear() {
    queue.clear();
    concealer.reset();
    begun = false;
  }

  private void heard(int added) {
    if (concealment && added > 0) {
      concealer.heard(queue.array(), queue.tail() - added, added);
      begun = true;
    }
  }
}
