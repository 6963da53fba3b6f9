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

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.deskedge.rtp.sdp.LocalAddresses;
import org.deskedge.rtp.sdp.LocalCodec;
import org.deskedge.rtp.sdp.MediaPolicy;
import org.deskedge.rtp.sdp.OfferAnswer;
import org.deskedge.rtp.sdp.SdpException;
import org.deskedge.rtp.sdp.SdpParser;
import org.deskedge.rtp.sdp.SdpWriter;
import org.deskedge.rtp.sdp.SessionDescription;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;

/**
 * Session descriptions: refused by name, or understood, and what is answered to them is understood.
 */
public final class SdpTarget {

  private static final LocalAddresses ADDRESSES =
      new LocalAddresses(
          new InetSocketAddress("192.0.2.1", 20_000),
          Optional.of(new InetSocketAddress("2001:db8::1", 20_000)));

  private static final MediaPolicy POLICY =
      new MediaPolicy(
          List.of(
              new LocalCodec("opus", 48_000, 2, Optional.of("useinbandfec=1"), 20),
              new LocalCodec("G722", 8000, 1, Optional.empty(), 10),
              new LocalCodec("PCMU", 8000, 1, Optional.empty(), 1),
              new LocalCodec("iLBC", 8000, 1, Optional.of("mode=20"), 20)),
          20,
          SrtpMode.BEST_EFFORT,
          List.of(SrtpSuite.values()));

  private SdpTarget() {}

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    SessionDescription description;
    try {
      description = SdpParser.parse(new String(input, StandardCharsets.UTF_8));
    } catch (SdpException e) {
      return;
    }
    understood(SdpWriter.write(description));
    answer(description);
    accept(description);
  }

  private static void answer(SessionDescription offer) {
    try {
      OfferAnswer.Answer answer = new OfferAnswer(ADDRESSES, POLICY, 1).answer(offer);
      understood(SdpWriter.write(answer.description()));
    } catch (SdpException e) {
      RtpTarget.require(e.getMessage() != null, "a refusal without a reason");
    }
  }

  private static void accept(SessionDescription answer) {
    OfferAnswer ours = new OfferAnswer(ADDRESSES, POLICY, 1);
    understood(SdpWriter.write(ours.offer()));
    try {
      ours.accept(answer);
    } catch (SdpException e) {
      RtpTarget.require(e.getMessage() != null, "a refusal without a reason");
    }
  }

  private static void understood(String written) {
    try {
      SdpParser.parse(written);
    } catch (SdpException e) {
      throw new IllegalStateException("its own words not understood: " + written, e);
    }
  }
}
