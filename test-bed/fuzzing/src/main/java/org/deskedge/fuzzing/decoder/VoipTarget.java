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
package org.deskedge.fuzzing.decoder;

import io.netty.buffer.Unpooled;
import org.deskedge.voip.MalformedPduException;
import org.deskedge.voip.VoipDecoder;

/** VOIP PDUs in a stream: decoded, or refused, whole as well as in pieces of any length. */
public final class VoipTarget {

  private VoipTarget() {}

  /** Takes one input; its first byte says how long the pieces are. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    VoipDecoder decoder = new VoipDecoder();
    int piece = Math.max(1, input[0] & 0xff);
    try {
      for (int at = 1; at < input.length; at += piece) {
        decoder.decode(
            Unpooled.wrappedBuffer(input, at, Math.min(piece, input.length - at)), pdu -> {});
      }
    } catch (MalformedPduException e) {
      RtpTarget.require(e.getMessage() != null, "a refusal without a reason");
    } finally {
      decoder.close();
    }
  }
}
