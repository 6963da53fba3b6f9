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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MicrophonePacerTest {

  private static final int FRAME = 160;
  private static final long FRAME_NANOS = MicrophonePacer.FRAME_NANOS;

  @SuppressWarnings("ArrayRecordComponent")
  private record Sent(short[] samples, boolean talkspurt) {

    int value() {
      return samples[0];
    }
  }

  private final List<Sent> sent = new ArrayList<>();
  private final MicrophonePacer pacer =
      new MicrophonePacer(8000, (samples, first) -> sent.add(new Sent(samples.clone(), first)));
  private long now = Long.MAX_VALUE - 3 * FRAME_NANOS;

  @Test
  void nothingIsSentBeforeItIsStartedOrAfterItIsStopped() {
    capture(1);
    pacer.tick(now);
    pacer.start(now);
    pacer.captured(filled(2, 100), 100, now);
    pacer.stop();
    capture(3);
    pass(10);

    assertThat(sent).isEmpty();
    assertThat(pacer.running()).isFalse();
  }

  @Test
  void whatWasCapturedBeforeAStopIsNeverSent() {
    pacer.start(now);
    pacer.captured(filled(2, 100), 100, now);
    pacer.stop();
    pacer.start(now);
    pass(3);

    assertThat(sent).hasSize(3).allSatisfy(frame -> assertThat(frame.samples()).containsOnly(0));
  }

  @Test
  void aFrameIsSentAsSoonAsItIsWhole() {
    pacer.start(now);
    pacer.captured(filled(1, 159), 159, now);
    assertThat(sent).isEmpty();
    pacer.captured(filled(1, 1), 1, now);

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).samples()).hasSize(FRAME).containsOnly(1);
  }

  @Property
  void piecesOfAnyLengthComeOutWhole(
      @ForAll @Size(max = 80) List<@IntRange(min = 1, max = 60) Integer> lengths) {
    List<Short> out = new ArrayList<>();
    MicrophonePacer fresh =
        new MicrophonePacer(
            8000,
            (samples, first) -> {
              for (short sample : samples) {
                out.add(sample);
              }
            });
    fresh.start(0);
    int captured = 0;
    for (int length : lengths) {
      short[] piece = new short[length];
      for (int i = 0; i < length; i++) {
        piece[i] = (short) ++captured;
      }
      fresh.captured(piece, length, captured * FRAME_NANOS / FRAME);
    }

    assertThat(out).hasSize(captured / FRAME * FRAME);
    for (int i = 0; i < out.size(); i++) {
      assertThat(out.get(i)).isEqualTo((short) (i + 1));
    }
  }

  @Test
  void anIdleMicrophoneIsReplacedByOneFrameOfSilenceATick() {
    pacer.start(now);
    pass(50);

    assertThat(sent)
        .hasSize(50)
        .allSatisfy(
            frame -> {
              assertThat(frame.samples()).containsOnly(0);
              assertThat(frame.talkspurt()).isFalse();
            });
  }

  @Test
  void onlyTheFirstFrameOfATalkSpurtIsMarked() {
    pacer.start(now);
    pass(2);
    talk(1, 3);
    pass(5);
    talk(4, 2);

    assertThat(sent.stream().filter(Sent::talkspurt).map(Sent::value)).containsExactly(1, 4);
    assertThat(sent.stream().map(Sent::value).filter(value -> value > 0))
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void theStreamKeepsItsPaceWhenTheMicrophoneStops() {
    pacer.start(now);
    talk(1, 10);
    pass(40);

    assertThat(sent).hasSize(50);
  }

  @Test
  void aPieceLeftOverIsSentBeforeTheSilence() {
    pacer.start(now);
    pacer.captured(filled(7, 40), 40, now);
    pass(3);

    assertThat(sent.get(0).samples()).startsWith(filled(7, 40)).endsWith(new short[120]);
    talk(8, 1);
    assertThat(sent.get(sent.size() - 1).samples()).containsOnly(8);
  }

  @Test
  void aMicrophoneThatIsALittleLateIsNotTakenForIdle() {
    pacer.start(now);
    talk(1, 5);
    for (int i = 6; i <= 20; i++) {
      pass(1);
      now += FRAME_NANOS * 9 / 10;
      capture(i);
      now -= FRAME_NANOS * 9 / 10;
    }

    assertThat(sent.stream().map(Sent::value)).doesNotContain(0);
  }

  @Test
  void aBurstKeepsTheNewestSixtyMilliseconds() {
    pacer.start(now);
    for (int i = 1; i <= 10; i++) {
      capture(i);
    }
    assertThat(sent.stream().map(Sent::value)).containsExactly(1, 2);
    pass(2);

    assertThat(sent.stream().map(Sent::value)).startsWith(1, 2, 10).doesNotContain(9);
  }

  @Property(tries = 300)
  void theStreamNeverRunsMoreThanSixtyMillisecondsAheadOfTheClock(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 8) Integer> framesPerTick) {
    List<Boolean> out = new ArrayList<>();
    MicrophonePacer fresh = new MicrophonePacer(8000, (samples, first) -> out.add(first));
    fresh.start(0);
    long clock = 0;
    for (int frames : framesPerTick) {
      for (int i = 0; i < frames; i++) {
        fresh.captured(filled(1, FRAME), FRAME, clock);
      }
      assertThat(out.size() * FRAME_NANOS - clock).isLessThanOrEqualTo(2 * FRAME_NANOS);
      clock += FRAME_NANOS;
      fresh.tick(clock);
    }
  }

  @Test
  void aLeadThatLastsIsWorkedOff() {
    pacer.start(now);
    for (int i = 0; i < 4; i++) {
      capture(1);
    }
    for (int i = 0; i < 4 * MicrophonePacer.SETTLE_FRAMES; i++) {
      pass(1);
      capture(2);
    }
    int captured = 4 + 4 * MicrophonePacer.SETTLE_FRAMES;

    assertThat(captured - sent.size()).as("one in the burst, one to settle").isEqualTo(2);
    now += FRAME_NANOS;
    int settled = sent.size();
    talk(3, 1);
    assertThat(sent).as("sent at once again").hasSize(settled + 1);
  }

  @Test
  void afterAPauseOfTheEventLoopTheClockGivesWay() {
    pacer.start(now);
    now += 100 * FRAME_NANOS;
    pacer.tick(now);
    int atOnce = sent.size();
    pass(20);

    assertThat(atOnce).isLessThanOrEqualTo(3);
    assertThat(sent.size() - atOnce).isLessThanOrEqualTo(20 + 3);
  }

  /** Lets the microphone deliver frames at its pace, each with a value one greater. */
  private void talk(int first, int frames) {
    for (int i = 0; i < frames; i++) {
      capture(first + i);
      pass(1);
    }
  }

  private void pass(int ticks) {
    for (int i = 0; i < ticks; i++) {
      now += FRAME_NANOS;
      pacer.tick(now);
    }
  }

  private void capture(int value) {
    pacer.captured(filled(value, FRAME), FRAME, now);
  }

  private static short[] filled(int value, int length) {
    short[] samples = new short[length];
    java.util.Arrays.fill(samples, (short) value);
    return samples;
  }
}
