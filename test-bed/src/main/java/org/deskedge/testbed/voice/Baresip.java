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
package org.deskedge.testbed.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * A stock baresip 1.0.0 in a namespace: the far-end phone, or the softphone of a desktop. It speaks
 * a file, and records what it hears as it decodes it.
 */
public final class Baresip implements FarEnd {
  private static final Duration START = Duration.ofSeconds(15);
  private static final String HEARD = "-dec.wav";

  private final BaresipSettings settings;
  private final Path folder;
  private final ManagedProcess process;
  private final BaresipControl control;

  private Baresip(
      BaresipSettings settings, Path folder, ManagedProcess process, BaresipControl control) {
    this.settings = settings;
    this.folder = folder;
    this.process = process;
    this.control = control;
  }

  /**
   * Starts it and waits until it takes commands.
   *
   * @throws TestBedException if it does not within 15 s
   */
  public static Baresip start(BaresipSettings settings, Namespace namespace, StateDirectory state) {
    return start(settings, namespace, Command.of("baresip"), state);
  }

  /**
   * The same, with a command in front that ends in {@code baresip}: to run it as another user or
   * with an environment of its own.
   */
  public static Baresip start(
      BaresipSettings settings, Namespace namespace, Command baresip, StateDirectory state) {
    Path folder = state.folder(settings.name());
    List<String> line =
        Stream.concat(baresip.arguments().stream(), Stream.of("-f", folder.toString())).toList();
    try {
      for (Path old : recordings(folder)) {
        Files.delete(old);
      }
      Files.deleteIfExists(state.log(settings.name()));
      Files.writeString(folder.resolve("config"), settings.config(folder));
      Files.writeString(folder.resolve("accounts"), settings.accounts());
      Files.writeString(folder.resolve("contacts"), "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set up " + settings.name(), e);
    }
    ManagedProcess process =
        namespace.start(settings.name(), new Command(line, baresip.environment()));
    try {
      awaitReady(process);
      return new Baresip(settings, folder, process, connect(settings, namespace));
    } catch (RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  private static void awaitReady(ManagedProcess process) {
    Waiting.until(
        process.name() + " that is ready",
        START,
        () -> {
          process.requireRunning();
          return process.output().contains("baresip is ready");
        });
  }

  /**
   * The control port listens on the loopback of the phone's namespace, where this process is not: a
   * shell there passes the bytes on, until either side ends.
   */
  private static BaresipControl connect(BaresipSettings settings, Namespace namespace) {
    Command bridge =
        namespace.command(
            "bash",
            "-c",
            "exec 3<>/dev/tcp/127.0.0.1/"
                + BaresipSettings.CONTROL_PORT
                + " && { cat <&3 & cat >&3; kill $!; }");
    try {
      Process shell =
          new ProcessBuilder(bridge.arguments())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new BaresipControl(
          settings.name(), shell.getInputStream(), shell.getOutputStream(), () -> end(shell));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot control " + settings.name(), e);
    }
  }

  private static void end(Process shell) {
    List<ProcessHandle> children = shell.descendants().toList();
    shell.destroy();
    children.forEach(ProcessHandle::destroy);
  }

  /** How it was set up. */
  public BaresipSettings settings() {
    return settings;
  }

  /** The program itself. */
  public ManagedProcess process() {
    return process;
  }

  @Override
  public String uri() {
    return settings.uri();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Duration call(String uri, Duration limit) {
    control.forgetEvents();
    long start = System.nanoTime();
    control.command("dial", uri);
    control.await(PhoneEvent.ESTABLISHED, limit);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Begins a call, and waits only until baresip has taken the command. */
  public void dial(String uri) {
    control.forgetEvents();
    control.command("dial", uri);
  }

  /** Ends the call: gives up dialling, refuses a call that comes in (486), or hangs up. */
  @Override
  public void hangUp() {
    control.command("hangup", "");
  }

  @Override
  public void press(char digit) {
    control.command("sndcode", Character.toString(digit));
  }

  @Override
  public String digits(int count, Duration limit) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < count) {
      digits.append(control.await(PhoneEvent.DIGIT, limit).detail());
    }
    return digits.toString();
  }

  @Override
  public void hold() {
    control.command("hold", "");
  }

  @Override
  public void resume() {
    control.command("resume", "");
  }

  /**
   * Waits for the next event of a type; events before it are forgotten.
   *
   * @param type one of {@link PhoneEvent}'s, or another of baresip's
   * @throws TestBedException if it does not come within {@code limit}
   */
  public PhoneEvent await(String type, Duration limit) {
    return control.await(type, limit);
  }

  /** Forgets the events so far, so that {@link #await} waits for one to come. */
  public void forgetEvents() {
    control.forgetEvents();
  }

  /**
   * What it heard in its last call at 8000 Hz, as it decoded it after its jitter buffer. Complete
   * only when the call has ended.
   *
   * @throws TestBedException if it has had no call
   */
  public short[] heard() {
    return heard(G711.RATE);
  }

  @Override
  public short[] heard(int rate) {
    try {
      List<Path> files = recordings(folder);
      if (files.isEmpty()) {
        throw new TestBedException(settings.name() + " recorded no call");
      }
      return Wav.readAs(files.get(files.size() - 1), rate);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what " + settings.name() + " heard", e);
    }
  }

  private static List<Path> recordings(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(HEARD))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** Ends the program, and with it a call. */
  @Override
  public void close() {
    control.close();
    process.stop();
  }
}
