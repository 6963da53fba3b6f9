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

import java.nio.file.Path;
import org.deskedge.testbed.process.RunLock;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;

/**
 * The right to be this machine's one test bed, since names of namespaces are the machine's: with
 * nothing left of an earlier run.
 */
public final class Claim implements AutoCloseable {

  private static final Path LOCK = Path.of("/run/deskedge-test-bed.lock");

  /** Sockets lie in the state directory, and a socket's path has at most 107 characters. */
  private static final int LONGEST_PATH = 60;

  private final RunLock lock;
  private final StateDirectory state;

  private Claim(RunLock lock, StateDirectory state) {
    this.lock = lock;
    this.state = state;
  }

  /**
   * Takes it, and clears away what an earlier run left.
   *
   * @throws TestBedException if another run is under way, or the state directory cannot be used
   */
  public static Claim take() {
    Path root = StateDirectory.configured();
    // The desktop has a /run and a /tmp of its own and would not see the directory there.
    if (root.toString().length() > LONGEST_PATH
        || root.startsWith("/run")
        || root.startsWith("/tmp")) {
      throw new TestBedException(
          StateDirectory.VARIABLE
              + " is "
              + root
              + ", but must have at most "
              + LONGEST_PATH
              + " characters and lie neither in /run nor in /tmp");
    }
    RunLock lock = RunLock.take(LOCK);
    StateDirectory state = StateDirectory.open(root);
    Leftovers.clear(state);
    return new Claim(lock, state);
  }

  /** Where files and logs are. */
  public StateDirectory state() {
    return state;
  }

  /** Gives it back and leaves everything running, until the next run. */
  public void keep() {
    state.close();
    lock.close();
  }

  /** Ends everything that runs and gives it back; files and logs stay. */
  @Override
  public void close() {
    // An interrupt is why things end here; it must not keep them from ending in order.
    boolean interrupted = Thread.interrupted();
    try {
      Leftovers.clear(state);
    } finally {
      keep();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
