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
package org.deskedge.testbed;

import java.util.concurrent.TimeUnit;

/** What a signal such as that of Ctrl-C does to a run. */
public final class Interruption {

  private static final long STOP_SECONDS = 60;

  private Interruption() {}

  /**
   * From now on a signal that ends this process interrupts a thread first, and leaves it some time
   * to take down what it has brought up.
   */
  public static void endsInOrder(Thread main) {
    Thread hook =
        new Thread(
            () -> {
              main.interrupt();
              try {
                TimeUnit.SECONDS.timedJoin(main, STOP_SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "end-in-order");
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
