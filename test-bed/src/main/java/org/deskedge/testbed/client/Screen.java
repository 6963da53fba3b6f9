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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/** The client's screen, keyboard and mouse: an X server without hardware. */
public final class Screen implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);

  /** Pause between key strokes, in milliseconds: a quick typist. */
  private static final int KEY_MILLIS = 30;

  private final Namespace client;
  private final ManagedProcess server;
  private final String display;
  private final Path pictures;

  private Screen(Namespace client, ManagedProcess server, String display, Path pictures) {
    this.client = client;
    this.server = server;
    this.display = display;
    this.pictures = pictures;
  }

  /** Starts it under a display number that is free. */
  public static Screen start(Namespace client, StateDirectory state) {
    Path number = state.emptyFolder("screen").resolve("display");
    // Without -noreset it would drop all connections whenever one of its few clients ends.
    ManagedProcess server =
        client.start(
            "screen",
            "bash",
            "-c",
            "exec Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>" + number);
    Waiting.until(
        "screen of the client",
        START,
        () -> {
          server.requireRunning();
          return Files.exists(number) && text(number).endsWith("\n");
        });
    return new Screen(client, server, ":" + text(number).strip(), state.folder("pictures"));
  }

  /** The X display as programs are told of it. */
  public String display() {
    return display;
  }

  /**
   * Takes a picture of the whole screen.
   *
   * @param name names its file, {@code pictures/<name>.png}, which is overwritten
   */
  public Screenshot picture(String name) {
    Path file = pictures.resolve(name + ".png");
    onScreen("import", "-window", "root", "png:" + file);
    return Screenshot.read(file);
  }

  /** Moves the mouse to a place, in pixels from the upper left corner. */
  public void point(int x, int y) {
    onScreen("xdotool", "mousemove", Integer.toString(x), Integer.toString(y));
  }

  /** Types printable characters, where the mouse points. */
  public void type(String text) {
    onScreen("xdotool", "type", "--delay", Integer.toString(KEY_MILLIS), text);
  }

  /** Presses the enter key, where the mouse points. */
  public void pressEnter() {
    onScreen("xdotool", "key", "Return");
  }

  /** Switches it off. */
  @Override
  public void close() {
    server.stop();
  }

  private void onScreen(String... arguments) {
    client.in(Command.of(arguments).with("DISPLAY", display)).run();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
