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
package org.deskedge.testbed.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.OptionalDouble;
import org.deskedge.testbed.Deployment;
import org.deskedge.testbed.Places;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.report.CallMeasurement;
import org.deskedge.testbed.report.CallResult;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.Speech;

/** One call from dialling to hanging up, with speech both ways. */
public final class MeasuredCall {

  private static final Duration RELEASE = Duration.ofSeconds(20);

  /** Margin for the far end's speech to have come out of the loudspeaker. */
  private static final long DRAIN_MILLIS = 1500;

  private MeasuredCall() {}

  /**
   * Places a call and measures it.
   *
   * @param once done as soon as the call is up, before the person speaks
   * @param inCall done while the call is up, after the speech that is measured
   */
  public static CallResult place(
      Deployment deployment, Direction direction, Runnable once, Runnable inCall) {
    try (CallMeasurement measurement =
        CallMeasurement.start(
            direction.toString(),
            deployment.sound(),
            Places.phone(deployment.bed().topology()),
            deployment.bed().state())) {
      Telephones used;
      Duration setUp;
      OptionalDouble claimed;
      try (Telephones telephones = Telephones.start(deployment, direction.codec())) {
        used = telephones;
        setUp = telephones.call(direction);
        long up = System.nanoTime();
        once.run();
        measurement.speak();
        awaitFarEndsSpeech(up);
        // Not before: on a small machine a console's start would be heard in the speech.
        claimed = playoutClaimed(deployment.edge().calls());
        inCall.run();
        telephones.caller(direction).hangUp();
        deployment.edge().awaitNoCall(RELEASE);
      }
      // The phone's recording is complete once it has ended.
      return measurement.finish(direction.toString(), used.phone().heard(), setUp, claimed);
    }
  }

  private static void awaitFarEndsSpeech(long up) {
    long speech =
        CallMeasurement.FAR_END_LEAD.toMillis()
            + Speech.FAR_END.samples().length * 1000L / G711.RATE
            + DRAIN_MILLIS;
    long passed = Duration.ofNanos(System.nanoTime() - up).toMillis();
    Waiting.pause(Math.max(0, speech - passed));
  }

  private static OptionalDouble playoutClaimed(JsonNode calls) {
    JsonNode claim = calls.path("calls").path(0).path("media").path("voice");
    JsonNode millis = claim.path("playoutLatencyMillis");
    return millis.isNumber() ? OptionalDouble.of(millis.asDouble()) : OptionalDouble.empty();
  }
}
