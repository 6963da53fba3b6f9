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
package org.deskedge.rtp.rtcp;

/**
 * What the remote end said last of this end's stream.
 *
 * @param report as it came
 * @param atNanos when it came, in nanoseconds of the clock the session is run by
 */
public record RemoteReport(ReceptionReport report, long atNanos) {

  /** Returns the share of packets lost between the remote end's last two reports, 0 to 1. */
  public double fractionLost() {
    return report.fractionLost() / 256.0;
  }

  /**
   * Returns the jitter in milliseconds.
   *
   * @param clockRate of what this end sends, in hertz
   */
  public double jitterMillis(int clockRate) {
    return report.jitter() * 1000.0 / clockRate;
  }
}
