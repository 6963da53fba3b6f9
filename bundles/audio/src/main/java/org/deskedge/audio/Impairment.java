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
 * What a codec does to a call's rating in the E-model (ITU-T G.107 clause 3.5): the effective
 * equipment impairment factor at a loss of Ppl per cent is {@code Ie + (95 - Ie) * Ppl / (Ppl /
 * BurstR + Bpl)}.
 *
 * @param ie equipment impairment factor without loss, Ie; Ie,wb if wideband
 * @param bpl packet-loss robustness factor with the decoder's concealment on, Bpl
 * @param wideband whether both are for the scale of the wideband E-model (ITU-T G.107.1, R up to
 *     129), else for that of G.107 (R up to 100)
 */
public record Impairment(double ie, double bpl, boolean wideband) {
  public static final Impairment G711 = new Impairment(0, 25.1, false);
  public static final Impairment G722 = new Impairment(13, 4.8, true);
  public static final Impairment GSM = new Impairment(20, 10, false);
  public static final Impairment ILBC = new Impairment(20, 10, false);
  public static final Impairment OPUS = new Impairment(20, 10, false);
  public static final Impairment G729 = new Impairment(20, 10, false);
}
