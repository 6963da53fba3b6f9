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

/** Where one sound lies in another, by cross-correlation through a fast Fourier transform. */
final class CrossCorrelation {
  private CrossCorrelation() {}

  /**
   * The lag with the greatest cross-correlation: {@code heard[i + lag]} is most like {@code
   * source[i]}. The means are taken out first, so a constant offset does not matter.
   *
   * @return the lag in samples, from {@code -(source.length - 1)} to {@code heard.length - 1}
   */
  static int bestLag(short[] source, short[] heard) {
    int size = Math.max(2, Integer.highestOneBit(source.length + heard.length) << 1);
    double[] re = new double[size];
    double[] im = new double[size];
    load(re, source);
    load(im, heard);
    transform(re, im, false);
    // Both real sounds went through one transform; with S and H their spectra, H times conj(S):
    double[] productRe = new double[size];
    double[] productIm = new double[size];
    for (int k = 0; k < size; k++) {
      int mirror = (size - k) & (size - 1);
      double sourceRe = (re[k] + re[mirror]) / 2;
      double sourceIm = (im[k] - im[mirror]) / 2;
      double heardRe = (im[k] + im[mirror]) / 2;
      double heardIm = (re[mirror] - re[k]) / 2;
      productRe[k] = heardRe * sourceRe + heardIm * sourceIm;
      productIm[k] = heardIm * sourceRe - heardRe * sourceIm;
    }
    transform(productRe, productIm, true);
    int best = 0;
    for (int lag = 1 - source.length; lag < heard.length; lag++) {
      if (productRe[lag & (size - 1)] > productRe[best & (size - 1)]) {
        best = lag;
      }
    }
    return best;
  }

  private static void load(double[] into, short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += sample;
    }
    double mean = samples.length == 0 ? 0 : sum / samples.length;
    for (int i = 0; i < samples.length; i++) {
      into[i] = samples[i] - mean;
    }
  }

  /** In place, radix 2; the inverse is not scaled, which a search for a maximum does not need. */
  private static void transform(double[] re, double[] im, boolean inverse) {
    int size = re.length;
    for (int i = 1, j = 0; i < size; i++) {
      int bit = size >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int length = 2; length <= size; length <<= 1) {
      double angle = (inverse ? 2 : -2) * Math.PI / length;
      int half = length / 2;
      for (int k = 0; k < half; k++) {
        double cos = Math.cos(angle * k);
        double sin = Math.sin(angle * k);
        for (int i = k; i < size; i += length) {
          double oddRe = re[i + half] * cos - im[i + half] * sin;
          double oddIm = re[i + half] * sin + im[i + half] * cos;
          re[i + half] = re[i] - oddRe;
          im[i + half] = im[i] - oddIm;
          re[i] += oddRe;
          im[i] += oddIm;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double held = values[i];
    values[i] = values[j];
    values[j] = held;
  }
}
