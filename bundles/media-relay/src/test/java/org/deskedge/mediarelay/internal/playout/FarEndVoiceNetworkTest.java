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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deskedge.rtp.jitter.DelayBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The far end's voice over networks that are simulated, each with a seed. */
class FarEndVoiceNetworkTest {

  /** What mu-law rounds a loud sample by. */
  private static final int ROUNDING = 600;

  private static final int CLEAN_STEP =
      TestSpeech.greatestStep(new SimulatedCall(0).clean(2 * SimulatedCall.RATE));

  @Test
  void whatComesEvenlyIsPlayedBitForBitAfterTheDelayThatIsReported() {
    SimulatedCall call = new SimulatedCall(1).run(5);
    short[] played = call.played();

    double reported = call.figures().delayMillis().orElseThrow();
    double mouthToEar = SimulatedCall.TRANSIT_MILLIS + reported;
    int shift =
        (int)
            Math.round((mouthToEar - SimulatedCall.READ_PHASE_MILLIS) * SimulatedCall.RATE / 1000);
    assertThat(Arrays.copyOf(played, shift)).containsOnly(0);
    assertThat(Arrays.copyOfRange(played, shift, played.length))
        .isEqualTo(call.clean(played.length - shift));
    assertThat(call.figures().framesConcealed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "20, 70", "60, 100"})
  void jitterIsAbsorbedForLittleMoreDelayThanItself(int jitterMillis, double mostDelay) {
    SimulatedCall call =
        new SimulatedCall(2)
            .jitter((packet, random) -> random.nextDouble() * jitterMillis)
            .run(10)
            .forgetDelays()
            .run(110);

    PlayoutFigures figures = call.figures();
    assertThat(figures.late()).isLessThanOrEqualTo(2);
    assertThat(figures.framesConcealed()).isLessThanOrEqualTo(3);
    assertThat(call.delayQuantile(0.95)).isLessThan(mostDelay);
    assertThat(figures.reordered() > 0).isEqualTo(jitterMillis > 20);
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(CLEAN_STEP + ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 250, 500})
  void burstsOfAHundredMillisecondsAreAbsorbedOnceTheyCameAgain(int packetsApart) {
    SimulatedCall call =
        new SimulatedCall(3)
            .jitter((packet, random) -> Math.max(0, 100 - 20 * (packet % packetsApart)))
            .run(25);
    PlayoutFigures learnt = call.figures();
    call.run(100);

    PlayoutFigures figures = call.figures();
    assertThat(figures.late()).isZero();
    assertThat(figures.discarded()).isZero();
    assertThat(figures.framesConcealed()).isEqualTo(learnt.framesConcealed());
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(CLEAN_STEP + ROUNDING);
  }

  @Test
  void aSingleBurstOfAHundredMillisecondsLosesNothingAndTheDelaySinksAgain() {
    SimulatedCall call =
        new SimulatedCall(4)
            .jitter((packet, random) -> Math.max(0, 100 - 20 * Math.floorMod(packet - 700, 9999)))
            .run(16);

    assertThat(call.figures().late()).isZero();
    assertThat(call.figures().millisConcealed()).isBetween(20.0, 100.0);
    assertThat(call.figures().millisShortened()).isGreaterThan(30);
    assertThat(call.figures().delayMillis().orElseThrow()).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 10})
  void lossIsMadeUpForAndCounted(int percent) {
    SimulatedCall call =
        new SimulatedCall(5).loss((packet, random) -> random.nextInt(100) < percent).run(60);

    PlayoutFigures figures = call.figures();
    assertThat(figures.millisConcealed()).isCloseTo(20.0 * call.lost(), within(150.0));
    assertThat(figures.framesConcealed()).isBetween(call.lost(), 2 * call.lost());
    assertThat(figures.late()).isZero();
    assertThat(call.delayQuantile(0.99)).as("loss is not delay").isLessThan(60);
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(2 * CLEAN_STEP);
  }

  @Test
  void lossInBurstsAndJitterTogetherLoseNoMoreThanTheNetwork() {
    SimulatedCall call =
        new SimulatedCall(6)
            .loss((packet, random) -> packet % 97 < 5)
            .jitter((packet, random) -> random.nextDouble() * 40)
            .run(60);

    PlayoutFigures figures = call.figures();
    assertThat(figures.late()).isLessThanOrEqualTo(3);
    assertThat(figures.millisConcealed()).isCloseTo(20.0 * call.lost(), within(300.0));
    assertThat(call.delayQuantile(0.95)).isLessThan(100);
  }

  @Test
  void withoutConcealmentLostSpeechIsSilence() {
    SimulatedCall call =
        new SimulatedCall(7, new PlayoutSettings(DelayBounds.DEFAULT, false))
            .loss((packet, random) -> packet == 104)
            .run(3);

    short[] played = call.played();
    assertThat(call.figures().millisConcealed()).isEqualTo(20);
    assertThat(longestRunOfZeros(Arrays.copyOfRange(played, SimulatedCall.RATE, played.length)))
        .isBetween(SimulatedCall.FRAME, SimulatedCall.FRAME + 3);
  }

  @Test
  void withConcealmentItIsNot() {
    SimulatedCall call = new SimulatedCall(7).loss((packet, random) -> packet == 104).run(3);

    short[] played = call.played();
    assertThat(call.figures().millisConcealed()).isEqualTo(20);
    assertThat(longestRunOfZeros(Arrays.copyOfRange(played, SimulatedCall.RATE, played.length)))
        .isLessThan(20);
  }

  @Test
  void duplicatesChangeNothing() {
    SimulatedCall call = new SimulatedCall(8).duplicates(0.2).run(20);

    assertThat(call.figures().duplicates()).isGreaterThan(100);
    assertThat(call.figures().late()).isZero();
    assertThat(call.played()).isEqualTo(new SimulatedCall(8).run(20).played());
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "-200, 0", "200, 20", "-200, 20"})
  void aFarEndsClockThatIsOffIsFollowedForHalfAnHourWithoutAClick(int drift, int jitterMillis) {
    SimulatedCall call =
        new SimulatedCall(9)
            .drift(drift)
            .jitter((packet, random) -> random.nextDouble() * jitterMillis)
            .run(60)
            .forgetDelays()
            .run(1740);

    PlayoutFigures figures = call.figures();
    double moved = 1800_000 * drift / 1e6;
    assertThat(figures.millisShortened() - figures.millisLengthened())
        .isCloseTo(moved, within(60.0));
    assertThat(figures.framesConcealed() + figures.late() + figures.discarded()).isZero();
    assertThat(call.delayQuantile(0)).isGreaterThan(15);
    assertThat(call.delayQuantile(1)).as("the delay does not grow").isLessThan(80);
    assertThat(figures.driftPartsPerMillion().orElseThrow()).isCloseTo(drift, within(10.0));
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(CLEAN_STEP + ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 40, 60, 100})
  void packetsOfAnyLengthArePlayed(int millis) {
    SimulatedCall call = new SimulatedCall(10).packetMillis(millis).run(20);

    assertThat(call.figures().framesConcealed()).isZero();
    assertThat(call.delayQuantile(1)).isLessThan(65);
    assertThat(TestSpeech.greatestStep(call.played())).isLessThan(CLEAN_STEP + ROUNDING);
  }

  @Test
  void aWayThatIsLongerThanTheBoundAllAtOnceIsSkippedDownToIt() {
    SimulatedCall call =
        new SimulatedCall(11)
            .jitter((packet, random) -> packet >= 200 && packet < 220 ? 20.0 * (220 - packet) : 0)
            .run(5);
    assertThat(call.figures().discarded()).isGreaterThan(5);
    call.forgetDelays().run(10);

    assertThat(call.figures().late()).isZero();
    assertThat(call.delayQuantile(1)).isLessThan(DelayBounds.DEFAULT.maxMillis() + 60);
    assertThat(call.figures().delayMillis().orElseThrow()).isLessThan(120);
  }

  private static int longestRunOfZeros(short[] samples) {
    int longest = 0;
    int run = 0;
    for (short sample : samples) {
      run = sample == 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
