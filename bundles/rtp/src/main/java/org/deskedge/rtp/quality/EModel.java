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
 * The E-model of ITU-T G.107 (06/2015), and of G.107.1 for wideband codecs: R = Ro - Is - Id -
 * Ie,eff + A.
 *
 * <p>Of a narrowband codec the whole formula is taken. Of a wideband one, Ro - Is is that of the
 * default terminals of G.107.1, 129; the delay counts by Idd, which both models share; echo is
 * taken for cancelled, since nothing measures it here.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class EModel {

  private final Channel channel;
  private final DelaySensitivity sensitivity;
  private final double advantage;
  private final double no;
  private final double ro;

  /** Makes the model with the default values of G.107 section 7.7. */
  public EModel() {
    this(Channel.DEFAULT, DelaySensitivity.DEFAULT, 0);
  }

  /**
   * Makes the model of certain terminals and people.
   *
   * @param advantage A: what people forgive for the sake of access, 0 to 20 (section 7.6)
   */
  public EModel(Channel channel, DelaySensitivity sensitivity, double advantage) {
    this.channel = channel;
    this.sensitivity = sensitivity;
    this.advantage = advantage;
    this.no = noise(channel);
    this.ro = 15 - 1.5 * (channel.slr() + no);
  }

  /**
   * Rates a connection whose echo path is as long as the speech path, as digital ones are: T = Ta,
   * Tr = 2 Ta.
   *
   * @param codec what it does to speech
   * @param delayMillis Ta: one-way delay from mouth to ear, 0 or more
   * @param lossPercent Ppl: share of packets lost or discarded, 0 to 100
   * @param burstRatio BurstR: 1 if the loss is random, more if it comes in bursts
   */
  public Rating rate(Impairment codec, double delayMillis, double lossPercent, double burstRatio) {
    double equipment = codec.effective(lossPercent, burstRatio);
    double idd = sensitivity.impairment(delayMillis);
    double r =
        codec.wideband()
            ? Rating.WIDEBAND_BEST - idd - equipment + advantage
            : ro
                - simultaneous(delayMillis)
                - (talkerEcho(delayMillis) + listenerEcho(2 * delayMillis) + idd)
                - equipment
                + advantage;
    return new Rating(r, codec.wideband());
  }

  /** Returns Ro: the basic signal-to-noise ratio (section 7.2). */
  double basicSignalToNoise() {
    return ro;
  }

  /** Returns Is: what impairs speech while it is spoken (section 7.3). */
  double simultaneous(double delay) {
    return loudness() + sidetone(delay) + quantization();
  }

  /** No: all noise powers at the 0 dBr point (equations 7-3 to 7-7). */
  private static double noise(Channel c) {
    double olr = c.slr() + c.rlr();
    double nos = c.ps() - c.slr() - c.ds() - 100 + 0.004 * square(c.ps() - olr - c.ds() - 14);
    double lstr = c.stmr() + c.dr();
    double pre = c.pr() + 10 * Math.log10(1 + power((10 - lstr) / 10));
    double nor = c.rlr() - 121 + pre + 0.008 * square(pre - 35);
    double nfo = c.nfor() + c.rlr();
    return 10
        * Math.log10(power(c.nc() / 10) + power(nos / 10) + power(nor / 10) + power(nfo / 10));
  }

  /** Iolr: too loud a connection (equations 7-9 and 7-10). */
  private double loudness() {
    double olr = channel.slr() + channel.rlr();
    double x = (olr + 0.2 * (64 + no - channel.rlr())) / 8;
    return 20 * (Math.pow(1 + Math.pow(x, 8), 1 / 8.0) - x);
  }

  /** Ist: sidetone that is not as it should be (equations 7-11 and 7-12). */
  private double sidetone(double delay) {
    double stmro =
        -10
            * Math.log10(
                power(-channel.stmr() / 10) + Math.exp(-delay / 4) * power(-channel.telr() / 10));
    return 12 * Math.pow(1 + Math.pow((stmro - 13) / 6, 8), 1 / 8.0)
        - 28 * Math.pow(1 + Math.pow((stmro + 1) / 19.4, 35), 1 / 35.0)
        - 13 * Math.pow(1 + Math.pow((stmro - 3) / 33, 13), 1 / 13.0)
        + 29;
  }

  /** Iq: quantizing distortion (equations 7-13 to 7-17). */
  private double quantization() {
    double q = 37 - 15 * Math.log10(channel.qdu());
    double g = 1.07 + 0.258 * q + 0.0602 * q * q;
    double y = (ro - 100) / 15 + 46 / 8.4 - g / 9;
    double z = 46 / 30.0 - g / 40;
    return 15 * Math.log10(1 + power(y) + power(z));
  }

  /** Idte: the talker's own echo (equations 7-19 to 7-24). */
  private double talkerEcho(double delay) {
    if (delay < 1) {
      // So short an echo is sidetone.
      return 0;
    }
    double terv =
        channel.telr()
            - 40 * Math.log10((1 + delay / 10) / (1 + delay / 150))
            + 6 * Math.exp(-0.3 * delay * delay);
    double ist = sidetone(delay);
    if (channel.stmr() < 9) {
      terv += ist / 2;
    }
    double roe = -1.5 * (no - channel.rlr());
    double re = 80 + 2.5 * (terv - 14);
    double half = (roe - re) / 2;
    double idte = (half + Math.sqrt(half * half + 100) - 1) * (1 - Math.exp(-delay));
    return channel.stmr() > 20 ? Math.sqrt(idte * idte + ist * ist) : idte;
  }

  /** Idle: the listener's echo (equations 7-25 and 7-26). */
  private double listenerEcho(double roundTrip) {
    double rle = 10.5 * (channel.wepl() + 7) * Math.pow(roundTrip + 1, -0.25);
    double half = (ro - rle) / 2;
    return half + Math.sqrt(half * half + 169);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double power(double exponent) {
    return Math.pow(10, exponent);
  }
}
