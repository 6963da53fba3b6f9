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
 * The parameters of ITU-T G.107 that have to do with terminals, rooms and circuits (section 7.7),
 * each as its table of defaults has it.
 *
 * @param slr sending loudness rating, dB
 * @param rlr receiving loudness rating, dB
 * @param stmr sidetone masking rating, dB
 * @param ds D-value of the telephone at the sending side
 * @param dr D-value of the telephone at the receiving side
 * @param telr talker echo loudness rating, dB
 * @param wepl weighted echo path loss, dB
 * @param qdu quantization distortion units
 * @param nc circuit noise at the 0 dBr point, dBm0p
 * @param nfor noise floor at the receiving side, dBmp
 * @param ps room noise at the sending side, dB(A)
 * @param pr room noise at the receiving side, dB(A)
 */
public record Channel(
    double slr,
    double rlr,
    double stmr,
    double ds,
    double dr,
    double telr,
    double wepl,
    double qdu,
    double nc,
    double nfor,
    double ps,
    double pr) {

  /** The default values of section 7.7. */
  public static final Channel DEFAULT = new Channel(8, 2, 15, 3, 3, 65, 110, 1, -70, -64, 35, 35);
}
