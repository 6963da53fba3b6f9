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
package org.deskedge.testbed.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/** tcpdump on one interface of one namespace: every frame whole, times from the kernel. */
public final class PacketCapture implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);

  /** Time for the kernel to hand over what it holds, before tcpdump is stopped. */
  private static final int SETTLE_MS = 300;

  /** Kernel buffer, KiB. */
  private static final int BUFFER_KIB = 32768;

  private static final Pattern DROPPED =
      Pattern.compile("(\\d+) packets? dropped by (?:kernel|interface)");

  private final Path file;
  private final ManagedProcess tcpdump;

  private PacketCapture(Path file, ManagedProcess tcpdump) {
    this.file = file;
    this.tcpdump = tcpdump;
  }

  /**
   * Starts a capture and waits until it listens.
   *
   * @param name names its file and log; a capture of the same name before is replaced
   * @throws TestBedException if tcpdump does not listen within 10 s
   */
  public static PacketCapture start(
      String name, Namespace namespace, String networkInterface, StateDirectory state) {
    Path file = state.folder("captures").resolve(name + ".pcap");
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(state.log("capture-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot replace " + file, e);
    }
    PacketCapture capture =
        new PacketCapture(
            file,
            namespace.start(
                "capture-" + name,
                "tcpdump",
                "-i",
                networkInterface,
                "-n",
                "-s",
                "0",
                "-U",
                "--immediate-mode",
                "-B",
                Integer.toString(BUFFER_KIB),
                "--time-stamp-precision=nano",
                "-Z",
                "root",
                "-w",
                file.toString()));
    try {
      capture.awaitListening();
    } catch (RuntimeException e) {
      capture.close();
      throw e;
    }
    return capture;
  }

  private void awaitListening() {
    Waiting.until(
        tcpdump.name() + " that listens",
        START,
        () -> {
          tcpdump.requireRunning();
          return tcpdump.output().contains("listening on");
        });
  }

  /** Where it is written. */
  public Path file() {
    return file;
  }

  /**
   * Ends the capture and reads it.
   *
   * @throws TestBedException if the kernel dropped packets: counts would be too low
   */
  public PcapFile stop() {
    Waiting.pause(SETTLE_MS);
    close();
    Matcher dropped = DROPPED.matcher(tcpdump.output());
    while (dropped.find()) {
      if (!dropped.group(1).equals("0")) {
        throw new TestBedException(tcpdump.name() + ": " + dropped.group());
      }
    }
    try {
      return PcapFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Ends the capture; the file stays. */
  @Override
  public void close() {
    tcpdump.stop();
  }
}
