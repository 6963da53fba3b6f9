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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.TestBedException;

/**
 * A recording in progress, with times. Each chunk that the recorder hands over is stamped; sound
 * runs evenly and a chunk can only be late, never early, so the earliest stamps of a stretch tell
 * when its samples really passed and a busy machine's late ones do no harm.
 */
public final class SoundRecording implements AutoCloseable {
  /** Longest recording, 10 minutes; what follows is dropped. */
  public static final int MOST_SAMPLES = 600 * G711.RATE;

  private static final int CHUNK = 4096;
  private static final int MOST_CHUNKS = MOST_SAMPLES / 16;
  private static final int START_SECONDS = 10;

  /** Each stretch of this length gets a time of its own, should the sink's clock ever slip: 2 s. */
  private static final int STRETCH = 2 * G711.RATE;

  /** The share of a stretch's stamps taken as undelayed. */
  private static final double UNDELAYED = 0.05;

  private final Process recorder;
  private final Thread reader;
  private final CountDownLatch started = new CountDownLatch(1);

  // Written by the reader alone, read after it has ended.
  private byte[] bytes = new byte[60 * 2 * G711.RATE];
  private int length;
  private long[] originNanos = new long[1024];
  private int[] chunkStart = new int[1024];
  private int chunks;

  private SoundRecording(Process recorder) {
    this.recorder = recorder;
    this.reader = new Thread(this::read, "sound-recording");
    reader.setDaemon(true);
  }

  /** Starts a recorder that writes 16-bit samples to its standard output, and waits for sound. */
  static SoundRecording start(Command command) {
    ProcessBuilder builder = new ProcessBuilder(command.arguments());
    builder.environment().putAll(command.environment());
    // The recorder's pipe breaks with this process: an interrupted run leaves none behind.
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      SoundRecording recording = new SoundRecording(builder.start());
      recording.reader.start();
      if (!recording.started.await(START_SECONDS, TimeUnit.SECONDS) || recording.length == 0) {
        recording.close();
        throw new TestBedException(command + " records nothing");
      }
      return recording;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestBedException("interrupted while starting " + command, e);
    }
  }

  private void read() {
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = recorder.getInputStream()) {
      for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
        Instant now = Instant.now();
        take(chunk, got, now.getEpochSecond() * 1_000_000_000L + now.getNano());
        started.countDown();
      }
    } catch (IOException e) {
      // The recorder was stopped in the middle of a chunk: what came before is the recording.
    } finally {
      started.countDown();
    }
  }

  private void take(byte[] chunk, int got, long nanos) {
    if (length + got > 2 * MOST_SAMPLES || chunks == MOST_CHUNKS) {
      return;
    }
    if (length + got > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    if (chunks == originNanos.length) {
      originNanos = Arrays.copyOf(originNanos, chunks * 2);
      chunkStart = Arrays.copyOf(chunkStart, chunks * 2);
    }
    chunkStart[chunks] = length / 2;
    System.arraycopy(chunk, 0, bytes, length, got);
    length += got;
    originNanos[chunks++] = nanos - length / 2 * TimedSound.NANOS_A_SAMPLE;
  }

  /**
   * Ends the recording.
   *
   * @throws TestBedException if the recorder cannot be stopped
   */
  public TimedSound stop() {
    close();
    short[] samples = new short[length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
    }
    return timed(samples, Arrays.copyOf(chunkStart, chunks), Arrays.copyOf(originNanos, chunks));
  }

  /**
   * Gives samples their times.
   *
   * @param chunkStart first sample of each chunk, ascending
   * @param originNanos where each chunk's stamp puts the first sample of all
   */
  static TimedSound timed(short[] samples, int[] chunkStart, long[] originNanos) {
    int[] anchors = new int[samples.length / STRETCH + 1];
    long[] nanos = new long[anchors.length];
    int stretches = 0;
    for (int from = 0; from < chunkStart.length; stretches++) {
      int to = from;
      while (to < chunkStart.length && chunkStart[to] - chunkStart[from] < STRETCH) {
        to++;
      }
      long[] sorted = Arrays.copyOfRange(originNanos, from, to);
      Arrays.sort(sorted);
      long origin = sorted[(int) (sorted.length * UNDELAYED)];
      anchors[stretches] = chunkStart[from];
      nanos[stretches] = origin + chunkStart[from] * TimedSound.NANOS_A_SAMPLE;
      from = to;
    }
    return new TimedSound(
        samples, Arrays.copyOf(anchors, stretches), Arrays.copyOf(nanos, stretches));
  }

  /** Ends the recording and drops it. */
  @Override
  public void close() {
    recorder.destroy();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(START_SECONDS));
      recorder.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestBedException("interrupted while ending a recording", e);
    }
    if (reader.isAlive()) {
      throw new TestBedException("the recorder does not end");
    }
  }
}
