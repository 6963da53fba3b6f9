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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares recorded speech with its source, piece by piece.
 *
 * <p>One correlation over a whole call would be wrong in both directions: after one skipped 20 ms
 * frame the rest no longer lines up and a good call scores near 0. So the source is cut into pieces
 * of 500 ms and each is looked for within 60 ms of where most of the speech lies, as ITU-T P.862
 * aligns utterances. What this forgives is told apart: a delay that moves is counted in {@link
 * SpeechMatch#delayChanges}, and the piece in which it moves still loses. Thread-safe.
 */
public final class SpeechComparison {
  private static final int PIECE = G711.RATE / 2;
  private static final int SEARCH = G711.RATE * 60 / 1000;
  private static final int FRAME = G711.RATE / 50;
  private static final int PIECES_A_SECOND = G711.RATE / PIECE;
  private static final double SAMPLES_A_MS = G711.RATE / 1000.0;

  /** A piece, second or frame this far below the mean energy holds no speech: 25 dB. */
  private static final double SPEECH_FLOOR = 0.003;

  /** A spoken frame less alike than this was lost or replaced. */
  private static final double FRAME_PRESENT = 0.5;

  private final short[] source;
  private final short[] heard;

  private SpeechComparison(short[] source, short[] heard) {
    this.source = source;
    this.heard = heard;
  }

  /**
   * Compares all of the source with what was heard; parts of the source that were not heard at all
   * count against it, what was heard before and after does not.
   *
   * @throws IllegalArgumentException if the source has no speech in it
   */
  public static SpeechMatch compare(short[] source, short[] heard) {
    if (energy(source, 0, source.length) == 0) {
      throw new IllegalArgumentException("the source is silent");
    }
    return new SpeechComparison(source, heard).compare();
  }

  private SpeechMatch compare() {
    int dominant = CrossCorrelation.bestLag(source, heard);
    List<SpeechMatch.Piece> pieces = new ArrayList<>();
    for (int at = 0; at < source.length; at += PIECE) {
      pieces.add(piece(at, Math.min(PIECE, source.length - at), dominant));
    }
    double energy = pieces.stream().mapToDouble(SpeechMatch.Piece::energy).sum();
    double floor = energy / pieces.size() * SPEECH_FLOOR;
    List<SpeechMatch.Piece> spoken =
        pieces.stream().filter(p -> p.heard() && p.energy() > floor).toList();
    int changes = 0;
    double moved = 0;
    for (int i = 1; i < spoken.size(); i++) {
      double step = Math.abs(spoken.get(i).lag() - spoken.get(i - 1).lag()) / SAMPLES_A_MS;
      if (step >= 1) {
        changes++;
        moved += step;
      }
    }
    double[] lags = spoken.stream().mapToDouble(SpeechMatch.Piece::lag).sorted().toArray();
    double lag = lags.length == 0 ? dominant : lags[lags.length / 2];
    return new SpeechMatch(
        mean(pieces),
        worstSecond(pieces),
        missing(pieces),
        lag / SAMPLES_A_MS,
        changes,
        moved,
        pieces);
  }

  private SpeechMatch.Piece piece(int at, int length, int dominant) {
    int best = dominant;
    double most = 0;
    // Outwards from the dominant lag, so that of equally good ones the nearest is taken.
    for (int step = 0; step <= 2 * SEARCH; step++) {
      int lag = dominant + ((step & 1) == 0 ? step / 2 : -(step + 1) / 2);
      double correlation = correlation(at, length, lag);
      if (correlation > most) {
        most = correlation;
        best = lag;
      }
    }
    return new SpeechMatch.Piece(at, best, most, energy(source, at, length));
  }

  private double missing(List<SpeechMatch.Piece> pieces) {
    int frames = source.length / FRAME;
    double floor = energy(source, 0, source.length) / frames * SPEECH_FLOOR;
    int spoken = 0;
    int missing = 0;
    for (int frame = 0; frame < frames; frame++) {
      int at = frame * FRAME;
      if (energy(source, at, FRAME) > floor) {
        spoken++;
        int piece = at / PIECE;
        // Where the delay moves within a piece, its later frames lie as the next piece does.
        boolean present = false;
        for (int near = Math.max(0, piece - 1);
            near <= Math.min(pieces.size() - 1, piece + 1);
            near++) {
          present |= correlation(at, FRAME, pieces.get(near).lag()) >= FRAME_PRESENT;
        }
        missing += present ? 0 : 1;
      }
    }
    return (double) missing / spoken;
  }

  private static double worstSecond(List<SpeechMatch.Piece> pieces) {
    double total = pieces.stream().mapToDouble(SpeechMatch.Piece::energy).sum();
    double floor = total * PIECES_A_SECOND / pieces.size() * SPEECH_FLOOR;
    double worst = 1;
    for (int i = 0; i < pieces.size(); i += PIECES_A_SECOND) {
      List<SpeechMatch.Piece> second =
          pieces.subList(i, Math.min(pieces.size(), i + PIECES_A_SECOND));
      if (second.stream().mapToDouble(SpeechMatch.Piece::energy).sum() > floor) {
        worst = Math.min(worst, mean(second));
      }
    }
    return worst;
  }

  private static double mean(List<SpeechMatch.Piece> pieces) {
    double weighted = 0;
    double energy = 0;
    for (SpeechMatch.Piece piece : pieces) {
      weighted += piece.correlation() * piece.energy();
      energy += piece.energy();
    }
    return energy == 0 ? 0 : weighted / energy;
  }

  /**
   * Pearson's coefficient of a stretch of the source and its counterpart, silence past the ends.
   */
  private double correlation(int at, int length, int lag) {
    double sumS = 0;
    double sumH = 0;
    double squareS = 0;
    double squareH = 0;
    double product = 0;
    for (int i = at; i < at + length; i++) {
      int j = i + lag;
      double s = source[i];
      double h = j >= 0 && j < heard.length ? heard[j] : 0;
      sumS += s;
      sumH += h;
      squareS += s * s;
      squareH += h * h;
      product += s * h;
    }
    double varianceS = squareS - sumS * sumS / length;
    double varianceH = squareH - sumH * sumH / length;
    if (varianceS <= 0 || varianceH <= 0) {
      return 0;
    }
    return (product - sumS * sumH / length) / Math.sqrt(varianceS * varianceH);
  }

  private static double energy(short[] samples, int at, int length) {
    double mean = 0;
    short[] stretch = Arrays.copyOfRange(samples, at, at + length);
    for (short sample : stretch) {
      mean += sample;
    }
    mean /= Math.max(1, length);
    double energy = 0;
    for (short sample : stretch) {
      energy += (sample - mean) * (sample - mean);
    }
    return energy;
  }
}
