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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * The client's sound: a PulseAudio daemon of the bed's own, with a loudspeaker whose monitor is
 * recorded and a mouth whose monitor is the microphone. Both are null sinks, which the kernel's
 * clock drives, at 8000 Hz mono, so that nothing is resampled on the way.
 *
 * <p>A Unix socket knows no network namespace: the client reaches it from its own.
 */
public final class Sound implements AutoCloseable {
  /** The loudspeaker: the default sink. */
  public static final String SPEAKER = "speaker";

  /** What speech is played into. */
  public static final String MOUTH = "mouth";

  /** The microphone: the default source. */
  public static final String MICROPHONE = MOUTH + ".monitor";

  /** Latency the bed's recorders ask for, ms; keeps the sinks' blocks short. */
  public static final int RECORDING_LATENCY_MS = 10;

  /**
   * Latency the bed's player asks for, ms. Long, so that speech does not stutter on a busy machine;
   * it delays nothing that is measured, as the recording of the mouth tells when it is spoken.
   */
  public static final int PLAYING_LATENCY_MS = 500;

  private static final Duration START = Duration.ofSeconds(10);

  private final StateDirectory state;
  private final Path folder;
  private final ManagedProcess daemon;
  private int played;

  private Sound(StateDirectory state, Path folder, ManagedProcess daemon) {
    this.state = state;
    this.folder = folder;
    this.daemon = daemon;
  }

  /**
   * Starts the daemon and waits until both sinks are there.
   *
   * @throws TestBedException if it does not come up within 10 s
   */
  public static Sound start(StateDirectory state) {
    Path folder = state.folder("sound");
    Path socket = folder.resolve("native");
    try {
      Files.deleteIfExists(socket);
      Files.writeString(
          folder.resolve("bed.pa"),
          String.join(
              "\n",
              "load-module module-native-protocol-unix auth-anonymous=1 socket=" + socket,
              sink(SPEAKER),
              sink(MOUTH),
              "set-default-sink " + SPEAKER,
              "set-default-source " + MICROPHONE,
              ""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write PulseAudio's configuration", e);
    }
    Command command =
        Command.of(
                "pulseaudio",
                "-n",
                "-F",
                folder.resolve("bed.pa").toString(),
                "--daemonize=no",
                "--system=false",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--log-target=stderr")
            .with("HOME", folder.toString())
            .with("XDG_RUNTIME_DIR", folder.toString())
            .with("PULSE_RUNTIME_PATH", folder.toString());
    Sound sound = new Sound(state, folder, ManagedProcess.start("pulseaudio", command, state));
    try {
      sound.awaitSinks();
    } catch (RuntimeException e) {
      sound.close();
      throw e;
    }
    return sound;
  }

  private static String sink(String name) {
    return "load-module module-null-sink sink_name="
        + name
        + " format=s16le channels=1 rate="
        + G711.RATE;
  }

  private void awaitSinks() {
    Waiting.until(
        "sinks of PulseAudio",
        START,
        () -> {
          daemon.requireRunning();
          try {
            return control("list", "short", "sinks").contains(MOUTH);
          } catch (TestBedException e) {
            return false; // It does not listen yet.
          }
        });
  }

  /** What a program's environment needs for this sound to be its PulseAudio server. */
  public Map<String, String> environment() {
    return Map.of("PULSE_SERVER", "unix:" + folder.resolve("native"));
  }

  /**
   * Runs {@code pactl}.
   *
   * @return what it wrote
   */
  public String control(String... arguments) {
    return in(Command.of(arguments).through("pactl")).run();
  }

  /** Whether anybody listens to the microphone; recordings of this class do. */
  public boolean isListenedTo() {
    return !control("list", "short", "source-outputs").isBlank();
  }

  /**
   * Begins to speak into the mouth; returns at once. When each sample was spoken, a recording of
   * {@link #MICROPHONE} tells.
   */
  public ManagedProcess speak(short[] samples) {
    return play(MOUTH, samples);
  }

  /** Begins to play into a sink; returns at once. */
  public ManagedProcess play(String sink, short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    Path raw = folder.resolve("play-" + played++ + ".raw");
    try {
      Files.write(raw, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + raw, e);
    }
    List<String> arguments = stream("pacat", "--playback", sink, PLAYING_LATENCY_MS);
    arguments.add(raw.toString());
    return ManagedProcess.start("pacat", in(new Command(arguments, Map.of())), state);
  }

  /** Begins to record what comes out of the loudspeaker. */
  public SoundRecording recordSpeaker() {
    return record(SPEAKER + ".monitor");
  }

  /** Begins to record what is spoken into the mouth. */
  public SoundRecording recordMouth() {
    return record(MICROPHONE);
  }

  private SoundRecording record(String source) {
    List<String> arguments = stream("parec", "--record", source, RECORDING_LATENCY_MS);
    return SoundRecording.start(in(new Command(arguments, Map.of())));
  }

  private Command in(Command command) {
    return command.with("PULSE_SERVER", environment().get("PULSE_SERVER"));
  }

  private static List<String> stream(
      String program, String direction, String device, int latencyMs) {
    return new ArrayList<>(
        List.of(
            program,
            direction,
            "--device=" + device,
            "--raw",
            "--format=s16le",
            "--channels=1",
            "--rate=" + G711.RATE,
            "--latency-msec=" + latencyMs));
  }

  /** Stops the daemon, and with it everything that plays or records. */
  @Override
  public void close() {
    daemon.stop();
  }
}
