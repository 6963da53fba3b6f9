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
package org.deskedge.voip;

/** Options of the PDUs that concern the control channel itself: HELLO, HEARTBEAT and BYE. */
final class ChannelCodec {

  private ChannelCodec() {}

  static void write(Hello pdu, OptionWriter out) {
    out.u16(OptionType.VERSION, pdu.version())
        .text(OptionType.PRODUCT, pdu.product())
        .text(OptionType.KEY, pdu.key())
        .u32(OptionType.HEARTBEAT_INTERVAL, pdu.heartbeatMillis());
  }

  static Hello hello(Options in) throws MalformedPduException {
    // clamped so that the value cannot wrap round into the range allowed
    int interval = (int) Math.min(in.u32(OptionType.HEARTBEAT_INTERVAL), Integer.MAX_VALUE);
    return new Hello(
        in.u16(OptionType.VERSION),
        in.text(OptionType.PRODUCT),
        in.optionalText(OptionType.KEY),
        interval);
  }

  static void write(Heartbeat pdu, OptionWriter out) {
    out.u64(OptionType.SEQUENCE, pdu.sequence()).u8(OptionType.REPLY, pdu.reply() ? 1 : 0);
  }

  static Heartbeat heartbeat(Options in) throws MalformedPduException {
    int reply = in.u8(OptionType.REPLY);
    if (reply > 1) {
      throw new MalformedPduException("option REPLY has unknown value " + reply);
    }
    return new Heartbeat(in.u64(OptionType.SEQUENCE), reply == 1);
  }

  static Bye bye(Options in) throws MalformedPduException {
    return new Bye(in.reason(), in.optionalText(OptionType.TEXT).orElse(""));
  }
}
