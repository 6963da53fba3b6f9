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
package org.deskedge.testbed.desktop;

import java.nio.file.Path;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;

/**
 * A user's session on the desktop, with a terminal in it.
 *
 * @param desktop the machine
 * @param user whose session it is
 * @param display number of its X display
 */
public record DesktopSession(Namespace desktop, SessionUser user, int display) {

  /** The X display as programs are told of it. */
  public String displayName() {
    return ":" + display;
  }

  /** The user's home, also the working directory of the terminal. */
  public Path home() {
    return user.home();
  }

  /** The same command as the session's user with the session's display, on the desktop. */
  public Command in(Command command) {
    return desktop.in(asUser(command));
  }

  /**
   * Starts a program in the session.
   *
   * @param name names it and its log file
   */
  public ManagedProcess start(String name, Command command) {
    return desktop.start(name, asUser(command));
  }

  /** The same command as the session's user with the session's display, on whichever machine. */
  public Command asUser(Command command) {
    return user.as(
        command
            .with("DISPLAY", displayName())
            .with("XAUTHORITY", home().resolve(".Xauthority").toString()));
  }
}
