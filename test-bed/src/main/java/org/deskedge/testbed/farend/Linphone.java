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
package org.deskedge.testbed.farend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.FarEnd;
import org.deskedge.testbed.voice.PhoneCodec;
import org.deskedge.testbed.voice.Wav;

/**
 * A stock linphonec in a namespace, a telephone of another make than baresip. It answers at once,
 * speaks a file and records what it hears. Its commands are lines in a named pipe.
 */
public final class Linphone implements FarEnd {

  private static final Duration START = Duration.ofSeconds(20);
  private static final Pattern TONE = Pattern.compile("Receiving tone (\\S)");

  /** All that linphonec 5.1 has switched on, or could; the one that is wanted comes last. */
  private static final String CODEC =
      "[audio_codec_%d]\nmime=%s\nrate=%d\nchannels=%d\nenabled=%d\n";

  private final String name;
  private final String address;
  private final Path commands;
  private final Path recording;
  private final ManagedProcess process;

  private Linphone(
      String name, String address, Path commands, Path recording, ManagedProcess process) {
    this.name = name;
    this.address = address;
    this.commands = commands;
    this.recording = recording;
    this.process = process;
  }

  /**
   * Starts it and waits until it takes commands.
   *
   * @param name names its folder, process and SIP user
   * @param address IPv4 address it listens on, at port 5060
   * @param codec the one codec it offers and accepts
   * @param speech WAV file that it speaks in each call
   * @param srtp whether its media must be SRTP, with keys in the SDP
   * @throws TestBedException if it does not come up within 20 s
   */
  public static Linphone start(
      String name,
      String address,
      PhoneCodec codec,
      Path speech,
      boolean srtp,
      Namespace namespace,
      StateDirectory state) {
    Path folder = state.emptyFolder(name);
    Path commands = folder.resolve("commands");
    Path recording = folder.resolve("heard.wav");
    try {
      Files.createDirectories(folder.resolve(".local/share/linphone"));
      Files.deleteIfExists(state.log(name));
      Files.writeString(folder.resolve("linphonerc"), config(name, address, codec, srtp));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set up " + name, e);
    }
    Command.of("mkfifo", commands.toString()).run();
    // The shell opens the pipe for reading and writing, or linphonec would end with its first
    // writer, and is then replaced by linphonec: the process id is that of the telephone.
    String line = "exec linphonec -a -c %s <>%s".formatted(folder.resolve("linphonerc"), commands);
    ManagedProcess process =
        namespace.start(name, Command.of("bash", "-c", line).with("HOME", folder.toString()));
    Linphone linphone = new Linphone(name, address, commands, recording, process);
    try {
      linphone.await("linphonec> ", START);
      linphone.say("soundcard use files");
      linphone.say("play " + speech);
      linphone.say("record " + recording);
      linphone.await("record " + recording, START);
      return linphone;
    } catch (RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  private static String config(String name, String address, PhoneCodec codec, boolean srtp) {
    StringBuilder config = new StringBuilder();
    config.append("[sip]\nsip_port=5060\nsip_tcp_port=0\nsip_tls_port=0\nuse_ipv6=0\n");
    config.append("use_rfc2833=1\nuse_info=0\nguess_hostname=0\n");
    config.append("register_only_when_network_is_up=0\n");
    config.append("contact=sip:").append(name).append('@').append(address).append('\n');
    if (srtp) {
      config.append("media_encryption=srtp\nmedia_encryption_mandatory=1\n");
    }
    config.append("[rtp]\naudio_rtp_port=17000\n[sound]\nechocancellation=0\n");
    int number = 0;
    for (PhoneCodec each : PhoneCodec.LINPHONE) {
      config.append(codec(number++, each, each == codec));
    }
    for (int rate : new int[] {8000, 16000}) {
      config.append(CODEC.formatted(number++, "speex", rate, 1, 0));
    }
    return config.toString();
  }

  private static String codec(int number, PhoneCodec codec, boolean enabled) {
    int channels = codec == PhoneCodec.OPUS ? 2 : 1;
    return CODEC.formatted(
        number, codec.encodingName(), codec.clockRate(), channels, enabled ? 1 : 0);
  }

  @Override
  public String uri() {
    return "sip:" + name + "@" + address;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Duration call(String uri, Duration limit) {
    long start = System.nanoTime();
    int before = process.output().length();
    say("call " + uri);
    Waiting.until(
        "media of " + name,
        limit,
        () -> process.output().substring(before).contains("Media streams established"));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void press(char digit) {
    say(Character.toString(digit));
  }

  @Override
  public void hold() {
    say("pause");
  }

  @Override
  public void resume() {
    say("resume");
  }

  @Override
  public void hangUp() {
    say("terminate all");
  }

  @Override
  public String digits(int count, Duration limit) {
    Waiting.until(count + " digits at " + name, limit, () -> digitsSoFar().length() >= count);
    return digitsSoFar().substring(0, count);
  }

  private String digitsSoFar() {
    StringBuilder digits = new StringBuilder();
    Matcher tone = TONE.matcher(process.output());
    while (tone.find()) {
      digits.append(tone.group(1));
    }
    return digits.toString();
  }

  @Override
  public short[] heard(int rate) {
    try {
      return Wav.readAs(recording, rate);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what " + name + " heard", e);
    }
  }

  private void say(String command) {
    try {
      Files.writeString(commands, command + "\n", StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          name + " does not take " + command.toLowerCase(Locale.ROOT), e);
    }
  }

  private void await(String text, Duration limit) {
    Waiting.until(
        text + " of " + name,
        limit,
        () -> {
          process.requireRunning();
          return process.output().contains(text);
        });
  }

  /** Ends the program, and with it a call. */
  @Override
  public void close() {
    process.stop();
  }
}
