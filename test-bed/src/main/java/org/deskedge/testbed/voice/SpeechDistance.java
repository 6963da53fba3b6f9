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

import java.util.Arrays;

/**
 * How far heard speech is from its source, frame by frame: for codecs that keep how speech sounds
 * and not its waveform, and for speech with gaps that were concealed. {@link SpeechComparison} says
 * where each piece of the source was heard; frames of 20 ms with speech in the source count.
 *
 * @param segmentalSnrDb mean over the frames of the signal-to-noise ratio, each limited to -10 to
 *     35 dB; greater is better. It punishes a codec that changes phases.
 * @param spectralDistanceDb mean over the frames of the root mean square difference of the levels
 *     in bands of the ear's width, dB; 0 is the same, speech against other speech is above 10
 * @param unlikeShare share of the frames with a spectral distance above 15 dB: what is missing, or
 *     something else
 * @param cepstralDistanceDb mean over the frames of the distance of the LPC cepstra, order 10, dB
 * @param frames how many frames counted
 */
public record SpeechDistance(
    double segmentalSnrDb,
    double spectralDistanceDb,
    double unlikeShare,
    double cepstralDistanceDb,
    int frames) {

  private static final int FRAME = G711.RATE / 50;
  private static final int ORDER = 10;
  private static final double UNLIKE_DB = 15;
  private static final double WORST_SNR_DB = -10;
  private static final double BEST_SNR_DB = 35;

  /** Frames this far below the mean energy of the source hold no speech: 25 dB. */
  private static final double SPEECH_FLOOR = 0.003;

  /** Power added to each band: what is 60 dB below speech is not heard and is not to count. */
  private static final double NOISE_FLOOR = 1e-6 * 3000.0 * 3000.0 * FRAME * FRAME;

  /** Edges of the bands in Hz: about one critical band each (Zwicker) in the telephone's range. */
  private static final int[] BAND_HZ = {
    200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700
  };

  /** One turn of the cosine; a bin is 50 Hz wide. */
  private static final double[] COS = cosine();

  /**
   * Compares all of a source with what was heard.
   *
   * @param match what {@link SpeechComparison} found for the same two, at 8000 Hz
   */
  public static SpeechDistance of(short[] source, short[] heard, SpeechMatch match) {
    double total = 0;
    for (short sample : source) {
      total += (double) sample * sample;
    }
    double floor = total / source.length * FRAME * SPEECH_FLOOR;
    double snr = 0;
    double spectral = 0;
    double unlike = 0;
    double cepstral = 0;
    int frames = 0;
    int usual = (int) Math.round(match.delayMs() * G711.RATE / 1000);
    for (SpeechMatch.Piece piece : match.pieces()) {
      int end = Math.min(source.length, piece.sourceSample() + G711.RATE / 2);
      int lag = piece.heard() ? piece.lag() : usual;
      for (int at = piece.sourceSample(); at + FRAME <= end; at += FRAME) {
        double[] one = frame(source, at);
        if (energy(one) > floor) {
          double[] other = frame(heard, at + lag);
          snr += snrDb(one, other);
          double distance = spectralDistance(one, other);
          spectral += distance;
          unlike += distance > UNLIKE_DB ? 1 : 0;
          cepstral += cepstralDistance(one, other);
          frames++;
        }
      }
    }
    return new SpeechDistance(
        snr / frames, spectral / frames, unlike / frames, cepstral / frames, frames);
  }

  /** A frame, with silence past the ends. */
  private static double[] frame(short[] samples, int at) {
    double[] frame = new double[FRAME];
    for (int i = Math.max(0, -at); i < FRAME && at + i < samples.length; i++) {
      frame[i] = samples[at + i];
    }
    return frame;
  }

  private static double energy(double[] frame) {
    return Arrays.stream(frame).map(sample -> sample * sample).sum();
  }

  private static double snrDb(double[] one, double[] other) {
    double noise = 1;
    for (int i = 0; i < FRAME; i++) {
      noise += (one[i] - other[i]) * (one[i] - other[i]);
    }
    double db = 10 * Math.log10(energy(one) / noise);
    return Math.max(WORST_SNR_DB, Math.min(BEST_SNR_DB, db));
  }

  private static double spectralDistance(double[] one, double[] other) {
    double[] first = bands(one);
    double[] second = bands(other);
    double sum = 0;
    for (int band = 0; band < first.length; band++) {
      double difference =
          10 * Math.log10((first[band] + NOISE_FLOOR) / (second[band] + NOISE_FLOOR));
      sum += difference * difference;
    }
    return Math.sqrt(sum / first.length);
  }

  /** Power in each band, by a discrete Fourier transform of the Hann-windowed frame. */
  private static double[] bands(double[] frame) {
    double[] power = new double[BAND_HZ.length - 1];
    for (int band = 0; band < power.length; band++) {
      for (int bin = BAND_HZ[band] / 50; bin < BAND_HZ[band + 1] / 50; bin++) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < FRAME; i++) {
          double windowed = frame[i] * (0.5 - 0.5 * COS[i]);
          re += windowed * COS[bin * i % FRAME];
          im += windowed * COS[(bin * i + FRAME * 3 / 4) % FRAME];
        }
        power[band] += re * re + im * im;
      }
    }
    return power;
  }

  private static double[] cosine() {
    double[] cosine = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      cosine[i] = Math.cos(2 * Math.PI * i / FRAME);
    }
    return cosine;
  }

  private static double cepstralDistance(double[] one, double[] other) {
    double[] first = cepstrum(one);
    double[] second = cepstrum(other);
    double sum = 0;
    for (int k = 1; k <= ORDER; k++) {
      sum += (first[k] - second[k]) * (first[k] - second[k]);
    }
    return 10 / Math.log(10) * Math.sqrt(2 * sum);
  }

  /** The cepstrum of the frame's linear prediction (Levinson and Durbin); level left out. */
  private static double[] cepstrum(double[] frame) {
    double[] correlation = new double[ORDER + 1];
    for (int lag = 0; lag <= ORDER; lag++) {
      for (int i = lag; i < FRAME; i++) {
        correlation[lag] += frame[i] * frame[i - lag];
      }
    }
    // White noise 40 dB below: silence, and what a codec cut off sharply, stay well conditioned.
    double error = correlation[0] * 1.0001 + 1;
    double[] prediction = new double[ORDER + 1];
    for (int n = 1; n <= ORDER; n++) {
      double reflection = correlation[n];
      for (int k = 1; k < n; k++) {
        reflection -= prediction[k] * correlation[n - k];
      }
      reflection /= error;
      double[] before = prediction.clone();
      prediction[n] = reflection;
      for (int k = 1; k < n; k++) {
        prediction[k] = before[k] - reflection * before[n - k];
      }
      error *= 1 - reflection * reflection;
    }
    double[] cepstrum = new double[ORDER + 1];
    for (int n = 1; n <= ORDER; n++) {
      cepstrum[n] = prediction[n];
      for (int k = 1; k < n; k++) {
        cepstrum[n] += (double) k / n * cepstrum[k] * prediction[n - k];
      }
    }
    return cepstrum;
  }
}
