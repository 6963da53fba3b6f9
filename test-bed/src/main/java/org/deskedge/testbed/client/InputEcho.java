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
package org.deskedge.testbed.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.deskedge.testbed.process.Waiting;

/**
 * Whether a desktop answers to what its user types.
 *
 * @param millis from the enter key to the sight of its effect on the client's screen, up to the
 *     time that a look at the screen takes longer than the truth
 * @param picture the screen afterwards
 */
public record InputEcho(long millis, Screenshot picture) {

  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** A place inside the terminal on the desktop, in pixels. */
  private static final int TERMINAL = 300;

  /**
   * Types a command into the terminal of the desktop and waits until the desktop has done it and
   * the screen shows that it has.
   *
   * @param word names the file the command makes in the user's home, and the picture
   * @throws org.deskedge.testbed.process.TestBedException if either takes too long
   */
  public static InputEcho of(Screen screen, Path home, String word) {
    Path effect = home.resolve(word);
    screen.point(TERMINAL, TERMINAL);
    screen.type("clear; touch " + word);
    Screenshot before = settled(screen, word);
    long start = System.nanoTime();
    screen.pressEnter();
    Screenshot after =
        Waiting.untilPresent(
            "echo on the client's screen",
            LIMIT,
            () ->
                java.util.Optional.of(screen.picture(word))
                    .filter(now -> now.differenceFrom(before) > 0));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Waiting.until("effect of what was typed", LIMIT, () -> Files.exists(effect));
    return new InputEcho(millis, after);
  }

  // What was typed takes its time to the desktop and back.
  private static Screenshot settled(Screen screen, String word) {
    Screenshot[] last = {screen.picture(word)};
    Waiting.until(
        "quiet screen",
        LIMIT,
        () -> {
          Waiting.pause(300);
          Screenshot before = last[0];
          last[0] = screen.picture(word);
          return last[0].differenceFrom(before) == 0;
        });
    return last[0];
  }
}
