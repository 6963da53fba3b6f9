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
import java.security.SecureRandom;
import java.util.HexFormat;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.StateDirectory;

/**
 * The account that works on the desktop: made for a run, with a password of that run, and a home in
 * the state directory.
 *
 * @param password known to this run only
 * @param home its home directory
 */
public record SessionUser(String password, Path home) {

  /** Name of the account. */
  public static final String NAME = "deskedge-alice";

  /** Makes the account; one that an interrupted run left is replaced. */
  public static SessionUser create(StateDirectory state) {
    deleteLeftover();
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    SessionUser user = new SessionUser(HexFormat.of().formatHex(random), state.emptyFolder("home"));
    Command.of("useradd", "-M", "-d", user.home.toString(), "-s", "/bin/bash", NAME).run();
    Command.of("chpasswd").run(NAME + ":" + user.password + "\n", Command.LIMIT);
    Command.of("chown", NAME + ":", user.home.toString()).run();
    return user;
  }

  /** Deletes the account if it is there. None of its programs may run any more. */
  public static void deleteLeftover() {
    if (exists()) {
      Command.of("userdel", NAME).run();
    }
  }

  /** The same command, run as this user. */
  Command as(Command command) {
    return command
        .with("HOME", home.toString())
        .with("USER", NAME)
        .with("LOGNAME", NAME)
        .through("setpriv", "--reuid", NAME, "--regid", NAME, "--init-groups");
  }

  private static boolean exists() {
    return Command.of("getent", "passwd").run().lines().anyMatch(l -> l.startsWith(NAME + ":"));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return NAME;
  }
}
