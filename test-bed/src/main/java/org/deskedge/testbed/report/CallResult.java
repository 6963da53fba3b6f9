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
package org.deskedge.testbed.report;

/**
 * One call as measured.
 *
 * @param direction {@code outgoing}, the desktop calls, or {@code incoming}, it is called
 * @param codec of the RTP at the far-end phone, {@code PCMU} or {@code PCMA}
 * @param setupMs from dialling to the call being up, as the caller saw it
 * @param rtpPacketsSent by the far-end phone, counted at its interface
 * @param rtpPacketsReceived by the far-end phone, counted at its interface
 * @param correlationToFarEnd the person's speech, as the far-end phone recorded it
 * @param correlationToClient the far end's speech, as it came out of the client's loudspeaker
 * @param playoutClaimedMs the client's own claim of its playout latency; null if it made none
 * @param mouthToEarMs per direction
 * @param speechToFarEnd more on {@code correlationToFarEnd}
 * @param speechToClient more on {@code correlationToClient}
 */
public record CallResult(
    String direction,
    String codec,
    long setupMs,
    int rtpPacketsSent,
    int rtpPacketsReceived,
    double correlationToFarEnd,
    double correlationToClient,
    Double playoutClaimedMs,
    MouthToEarMs mouthToEarMs,
    SpeechDetail speechToFarEnd,
    SpeechDetail speechToClient) {

  /** Whether speech got through both ways as a telephony engineer would have it. */
  public boolean passes() {
    return speechToFarEnd.acceptable()
        && speechToClient.acceptable()
        && rtpPacketsSent > 0
        && rtpPacketsReceived > 0;
  }
}
