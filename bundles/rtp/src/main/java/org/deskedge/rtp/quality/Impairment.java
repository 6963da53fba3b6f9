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
 * What a codec does to speech (ITU-T G.107 section 7.5; G.113 Appendix I, of wideband codecs
 * Appendix IV).
 *
 * @param ie equipment impairment factor without loss: Ie, or Ie,WB of a wideband codec; 0 to 95
 * @param bpl packet-loss robustness factor, greater is more robust; positive. It is that of the
 *     codec together with the concealment used
 * @param wideband whether the figures are those of the wideband scale (G.107.1)
 */
public record Impairment(double ie, double bpl, boolean wideband) {

  /** Checks the ranges. */
  public Impairment {
    if (!(ie >= 0 && ie <= 95) || !(bpl > 0)) {
      throw new IllegalArgumentException("Ie " + ie + " or Bpl " + bpl + " is out of range");
    }
  }

  /**
   * Returns the effective equipment impairment factor Ie,eff (G.107 equation 7-29).
   *
   * @param lossPercent Ppl: share of packets lost or discarded, 0 to 100
   * @param burstRatio BurstR: 1 if the loss is random, more if it comes in bursts
   */
  public double effective(double lossPercent, double burstRatio) {
    if (lossPercent == 0) {
      return ie;
    }
    return ie + (95 - ie) * lossPercent / (lossPercent / burstRatio + bpl);
  }
}
