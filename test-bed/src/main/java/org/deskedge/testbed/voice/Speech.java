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
import org.deskedge.testbed.process.Command;

/**
 * The two speakers of a call. Their sentences (Harvard sentences of IEEE 269, phonetically
 * balanced) and voices differ, so that speech that came back, or went the wrong way, does not pass
 * for the other's. The same each time: espeak-ng has no chance in it, and sox is told to add none.
 */
public enum Speech {
  /** The person in front of the remote-desktop client. */
  PERSON(
      "en-us",
      "The birch canoe slid on the smooth planks. Glue the sheet to the dark blue background. "
          + "It is easy to tell the depth of a well. These days a chicken leg is a rare dish."),
  /** The far-end phone's user. */
  FAR_END(
      "en-gb+f3",
      "A rod is used to catch pink salmon. The source of the huge river is the clear spring. "
          + "Kick the ball straight and follow through. Help the woman get back to her feet.");

  /** Peak level of the speech, dB relative to full scale. */
  public static final int PEAK_DB = -6;

  private static final int WORDS_A_MINUTE = 160;

  private final String voice;
  private final String text;

  Speech(String voice, String text) {
    this.voice = voice;
    this.text = text;
  }

  /** The speech alone at 8000 Hz, 10 to 14 s, without silence before it. */
  public short[] samples() {
    return samples(G711.RATE);
  }

  /**
   * The speech alone, 10 to 14 s, without silence before it.
   *
   * @param rate samples a second, 8000 or 16000
   */
  public short[] samples(int rate) {
    try {
      Path folder = Files.createTempDirectory("deskedge-speech-");
      Path spoken = folder.resolve("spoken.wav");
      Path telephone = folder.resolve("telephone.wav");
      try {
        Command.of(
                "espeak-ng",
                "-v",
                voice,
                "-s",
                Integer.toString(WORDS_A_MINUTE),
                "-w",
                spoken.toString(),
                text)
            .run();
        Command.of(
                "sox",
                "-R",
                "-D",
                spoken.toString(),
                "-r",
                Integer.toString(rate),
                "-c",
                "1",
                "-b",
                "16",
                telephone.toString(),
                "gain",
                "-n",
                Integer.toString(PEAK_DB))
            .run();
        return Wav.readAs(telephone, rate);
      } finally {
        Files.deleteIfExists(spoken);
        Files.deleteIfExists(telephone);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make speech", e);
    }
  }

  /**
   * Writes the speech as a WAV file with silence around it. A phone that plays a file ends the call
   * where the file ends: give it more silence than the call lasts.
   *
   * @return the speech alone, to compare recordings with
   */
  public short[] write(Path file, Duration before, Duration after) throws IOException {
    short[] speech = samples();
    int lead = samples(before);
    short[] padded = new short[lead + speech.length + samples(after)];
    System.arraycopy(speech, 0, padded, lead, speech.length);
    Wav.write(file, padded);
    return speech;
  }

  private static int samples(Duration duration) {
    return Math.toIntExact(duration.toMillis() * G711.RATE / 1000);
  }
}
