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
package org.deskedge.rtp.sdp;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What an offer and its answer come to: one stream of voice.
 *
 * @param remote where to send, and where packets come from
 * @param sending the codec to send, under the payload type the other side gave it
 * @param receiving the codecs that may come, under the payload types this side gave them
 * @param direction seen from this side
 */
public record AgreedStream(
    InetSocketAddress remote, RtpMap sending, List<RtpMap> receiving, StreamDirection direction) {

  public AgreedStream {
    receiving = List.copyOf(receiving);
  }
}
