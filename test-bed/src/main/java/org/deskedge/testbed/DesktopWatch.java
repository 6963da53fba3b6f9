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
import java.util.LinkedHashMap;
import java.util.Map;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.client.Screen;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.report.DesktopUnharmed;

/** Looks at moments of a run whether the desktop is usable: types, and waits for the effect. */
public final class DesktopWatch {

  private final Screen screen;
  private final Path home;
  private final Map<String, String> screenshots = new LinkedHashMap<>();
  private final Map<String, Long> echoes = new LinkedHashMap<>();
  private boolean usable = true;

  /**
   * Watches a desktop.
   *
   * @param screen where it is seen
   * @param home the home directory of its user
   */
  public DesktopWatch(Screen screen, Path home) {
    this.screen = screen;
    this.home = home;
  }

  /**
   * Looks now.
   *
   * @param moment names the look, once in a run
   */
  public void look(String moment) {
    try {
      InputEcho echo = InputEcho.of(screen, home, moment);
      echoes.put(moment, echo.millis());
      screenshots.put(moment, echo.picture().file().toString());
    } catch (TestBedException e) {
      usable = false;
      screenshots.put(moment, screen.picture(moment).file().toString());
    }
  }

  /** What was seen. */
  public DesktopUnharmed result() {
    return new DesktopUnharmed(usable, screenshots, echoes);
  }
}
