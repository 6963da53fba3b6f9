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
 * A transmission rating factor R and what it means to people.
 *
 * @param r R as the model gives it: 93.2 at best on the narrowband scale of ITU-T G.107, 129 on the
 *     wideband one of G.107.1; may be negative
 * @param wideband which of the scales
 */
public record Rating(double r, boolean wideband) {

  /** R of a clean wideband channel, which is 100 on the common scale (G.107.1 section 6.2). */
  public static final double WIDEBAND_BEST = 129;

  /**
   * Returns R on the scale both have in common, 0 to 100: that of a wideband codec is divided by
   * 1.29 (G.107.1 Annex A). Equal figures mean equal MOS, each on its own scale of opinion: a
   * listener who knows wideband expects more of it.
   */
  public double scaled() {
    double common = wideband ? r * 100 / WIDEBAND_BEST : r;
    return Math.max(0, Math.min(100, common));
  }

  /** Returns the estimated conversational MOS, 1 to 4.5 (G.107 Annex B, equation B-4). */
  public double mos() {
    double x = scaled();
    // Between 0 and 6.5 the polynomial is below 1, the lowest opinion there is.
    return Math.max(1, 1 + 0.035 * x + x * (x - 60) * (100 - x) * 7e-6);
  }
}
