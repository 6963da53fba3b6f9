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
package org.deskedge.audio;

/**
 * What a codec does to a call's rating R in the E-model (ITU-T G.107 clause 7.5, G.107.1 clause
 * 7.5).
 *
 * <p>ITU-T G.113 gives provisional values to plan with: Appendix I (11/2007), tables I.1 to I.4, on
 * the scale of G.107; Appendix IV on that of G.107.1. Where it has none, each codec's constant says
 * what is taken and why.
 *
 * @param ie equipment impairment factor without loss, 0 to 95: Ie; Ie,wb if wideband
 * @param bpl packet-loss robustness factor with concealment on, above 0: Bpl
 * @param wideband whether both belong to the scale of the wideband E-model (R up to 129), not to
 *     the narrowband one's (R up to 100)
 */
public record Impairment(double ie, double bpl, boolean wideband) {

  private static final double IE_LIMIT = 95;

  /** Either law, with the concealment of G.711 Appendix I: table I.4 of G.113. */
  public static final Impairment G711 = new Impairment(0, 25.1, false);

  /**
   * G.722 at 64 kbit/s: Ie,wb of Appendix IV. For its loss G.113 has no value of concealment by
   * pitch repetition; Bpl is set low, near that of G.711 without concealment (4.3), because both
   * predictors go on from a wrong state after a gap.
   */
  public static final Impairment G722 = new Impairment(13, 4.8, true);

  /** G.729: Ie of table I.1; Bpl as for G.729A with its own concealment in table I.4. */
  public static final Impairment G729 = new Impairment(10, 19, false);

  /**
   * iLBC: not in G.113. Ie as for G.729, with which RFC 3951 compares it; Bpl as for G.711 with
   * concealment, which its frames are independent like.
   */
  public static final Impairment ILBC = new Impairment(10, 25.1, false);

  /**
   * GSM full rate: Ie of table I.1. It has no Bpl in G.113; as for GSM enhanced full rate in table
   * I.4, whose lost frames are substituted alike.
   */
  public static final Impairment GSM = new Impairment(20, 10, false);

  /**
   * Opus, wideband at 24 kbit/s: not in G.113. Ie,wb as for G.722.2 at 12.65 kbit/s in Appendix IV,
   * on the safe side for a codec that spends part of its rate on redundancy. Bpl from listening
   * models: Alahmadi, Pocta and Melvin (ACM TOMM 17(4), 2021) find 19.5 at 13 kbit/s and random
   * loss.
   */
  public static final Impairment OPUS = new Impairment(13, 19.5, true);

  /**
   * Returns the effective equipment impairment factor, Ie,eff.
   *
   * @param lossPercent packets that were not played, Ppl: 0 to 100
   * @param burstRatio BurstR: 1 if loss is random, above 1 if it comes in bursts
   */
  public double effective(double lossPercent, double burstRatio) {
    return ie + (IE_LIMIT - ie) * lossPercent / (lossPercent / burstRatio + bpl);
  }
}
