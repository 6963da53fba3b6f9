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
package org.deskedge.testbed.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something that programs do in their own time. */
public final class Waiting {

  private static final long STEP_MILLIS = 20;

  private Waiting() {}

  /**
   * Asks again and again until the answer is there.
   *
   * @param what what is waited for, for the message
   * @throws TestBedException if it is not there after {@code limit}
   */
  public static <T> T untilPresent(String what, Duration limit, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new TestBedException("no " + what + " after " + limit.toMillis() + " ms");
      }
      pause(STEP_MILLIS);
    }
  }

  /**
   * Asks again and again until the condition holds.
   *
   * @param what what is waited for, for the message
   * @throws TestBedException if it does not hold after {@code limit}
   */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    untilPresent(what, limit, () -> Optional.of(true).filter(any -> condition.getAsBoolean()));
  }

  /** Does nothing for some milliseconds. */
  public static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestBedException("interrupted while waiting", e);
    }
  }
}
