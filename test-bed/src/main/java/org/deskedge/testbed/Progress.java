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

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Says what is being done, with the time since the start. Thread-safe. */
public final class Progress {

  private final PrintStream out;
  private final long start = System.nanoTime();

  /** Says it to a stream. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Says what begins now. */
  public void say(String what) {
    double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
  }
}
