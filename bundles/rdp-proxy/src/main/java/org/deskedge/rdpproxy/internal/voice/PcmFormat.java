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
package org.deskedge.rdpproxy.internal.voice;

import java.util.List;
import java.util.stream.IntStream;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.rdpsnd.AudioFormat;

/**
 * The format of one direction, linear 16-bit PCM of one channel: what a client is offered, and what
 * came of it.
 *
 * <p>The voice channel has one sample rate, which calls need to know before the client has told
 * anything. So a client that has not got it is served at {@value #FALLBACK_RATE}, and that
 * direction is resampled.
 *
 * @param index of the format in the client's own list
 * @param format one of those offered
 */
record PcmFormat(int index, AudioFormat format) {

  /** Samples per second that a client is served at if it has not got the channel's rate. */
  static final int FALLBACK_RATE = 8_000;

  /** Returns what a client is offered, best first. */
  static List<AudioFormat> offered(int sampleRate) {
    return IntStream.of(sampleRate, FALLBACK_RATE)
        .distinct()
        .mapToObj(rate -> AudioFormat.pcm(rate, 1))
        .toList();
  }

  /**
   * Returns the best of those offered that the client has.
   *
   * @throws MalformedPduException if it has none of them
   */
  static PcmFormat chosen(List<AudioFormat> offered, List<AudioFormat> client)
      throws MalformedPduException {
    for (AudioFormat format : offered) {
      int index = client.indexOf(format);
      if (index >= 0) {
        return new PcmFormat(index, format);
      }
    }
    throw new MalformedPduException("the client has none of " + offered);
  }

  int sampleRate() {
    return format.samplesPerSec();
  }
}
