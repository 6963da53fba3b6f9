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
package org.deskedge.rtp.quality;

/**
 * How much those who talk mind delay (ITU-T G.107 section 7.4).
 *
 * @param st sT, how steeply the impairment grows
 * @param mt mT, the delay in milliseconds from which it is noticed at all
 */
public record DelaySensitivity(double st, double mt) {

  /** The default: delay is noticed as in business calls. */
  public static final DelaySensitivity DEFAULT = new DelaySensitivity(1, 100);

  /** Low sensitivity. */
  public static final DelaySensitivity LOW = new DelaySensitivity(0.55, 120);

  /** Very low sensitivity: those who talk hardly take turns. */
  public static final DelaySensitivity VERY_LOW = new DelaySensitivity(0.4, 150);

  /**
   * Returns Idd: the impairment of absolute delay, without any echo (equations 7-27 and 7-28).
   *
   * @param delayMillis Ta: one way from mouth to ear
   */
  public double impairment(double delayMillis) {
    if (delayMillis <= mt) {
      return 0;
    }
    double x = Math.log(delayMillis / mt) / Math.log(2);
    double six = 6 * st;
    return 25
        * (Math.pow(1 + Math.pow(x, six), 1 / six)
            - 3 * Math.pow(1 + Math.pow(x / 3, six), 1 / six)
            + 2);
  }
}
