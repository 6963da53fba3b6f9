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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.testbed.process.Command;

/** WAV files of the bed: 16-bit linear, mono, as a rule at 8000 Hz. Thread-safe. */
public final class Wav {
  private static final int HEADER = 44;
  private static final int FORMAT_PCM = 1;

  private Wav() {}

  /**
   * Reads a file. A data chunk whose length says more than the file holds, as a recorder that was
   * stopped leaves it, ends where the file ends; a length of 0 means the same.
   *
   * @throws IOException if the file is not a WAV of the one format, or cannot be read
   */
  public static short[] read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 12 || !"RIFF".equals(tag(in, 0)) || !"WAVE".equals(tag(in, 8))) {
      throw new IOException(file + " is not a WAV file");
    }
    in.position(12);
    while (in.remaining() >= 8) {
      String chunk = tag(in, in.position());
      long length = in.getInt(in.position() + 4) & 0xffffffffL;
      in.position(in.position() + 8);
      if ("fmt ".equals(chunk)) {
        requireFormat(file, in);
      }
      if ("data".equals(chunk)) {
        int usable = (int) (length == 0 ? in.remaining() : Math.min(length, in.remaining()));
        short[] samples = new short[usable / 2];
        in.asShortBuffer().get(samples);
        return samples;
      }
      in.position((int) Math.min(in.limit(), in.position() + length + (length & 1)));
    }
    throw new EOFException(file + " has no data chunk");
  }

  /**
   * Reads a file of any format that sox knows, as one channel at a rate of choice.
   *
   * @param rate samples a second
   * @throws IOException if it cannot be read
   */
  public static short[] readAs(Path file, int rate) throws IOException {
    // -R -D: without chance, so that the same file is the same samples each time.
    Path raw = Files.createTempFile("deskedge-", ".raw");
    try {
      Command.of("sox", "-R", "-D", file.toString(), "-t", "raw", "-e", "signed-integer")
          .plus("-b", "16", "-L", "-c", "1", "-r", Integer.toString(rate), raw.toString())
          .run();
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
      short[] samples = new short[in.remaining() / 2];
      in.asShortBuffer().get(samples);
      return samples;
    } finally {
      Files.deleteIfExists(raw);
    }
  }

  /** Writes samples at 8000 Hz as a WAV file, replacing what was there. */
  public static void write(Path file, short[] samples) throws IOException {
    write(file, samples, G711.RATE);
  }

  /**
   * Writes samples as a WAV file, replacing what was there.
   *
   * @param rate samples a second
   */
  public static void write(Path file, short[] samples, int rate) throws IOException {
    int bytes = samples.length * 2;
    ByteBuffer out = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    put(out, "RIFF").putInt(HEADER - 8 + bytes);
    put(out, "WAVE");
    put(out, "fmt ").putInt(16);
    out.putShort((short) FORMAT_PCM).putShort((short) 1);
    out.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
    put(out, "data").putInt(bytes);
    out.asShortBuffer().put(samples);
    Files.write(file, out.array());
  }

  private static void requireFormat(Path file, ByteBuffer in) throws IOException {
    if (in.remaining() < 16) {
      throw new EOFException(file + " ends in its format chunk");
    }
    int at = in.position();
    boolean good =
        in.getShort(at) == FORMAT_PCM
            && in.getShort(at + 2) == 1
            && in.getInt(at + 4) == G711.RATE
            && in.getShort(at + 14) == 16;
    if (!good) {
      throw new IOException(file + " is not 16-bit linear mono at " + G711.RATE + " Hz");
    }
  }

  private static String tag(ByteBuffer in, int at) {
    byte[] tag = new byte[4];
    in.get(at, tag);
    return new String(tag, StandardCharsets.US_ASCII);
  }

  private static ByteBuffer put(ByteBuffer out, String tag) {
    return out.put(tag.getBytes(StandardCharsets.US_ASCII));
  }
}
