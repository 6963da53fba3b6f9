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

/** Options of the PDUs that concern one call. */
final class CallCodec {

  private static final Origin[] ORIGINS = Origin.values();
  private static final Direction[] DIRECTIONS = Direction.values();
  private static final SdpRole[] ROLES = SdpRole.values();

  private CallCodec() {}

  static void write(EstablishRequest pdu, OptionWriter out) {
    out.u8(OptionType.ORIGIN, pdu.origin().code())
        .text(OptionType.LOCAL_PARTY, pdu.localParty())
        .text(OptionType.REMOTE_PARTY, pdu.remoteParty())
        .text(OptionType.SDP, pdu.sdp());
  }

  static EstablishRequest establishRequest(long call, long transaction, Options in)
      throws MalformedPduException {
    return new EstablishRequest(
        call,
        transaction,
        in.code(OptionType.ORIGIN, ORIGINS, Origin::code),
        in.optionalText(OptionType.LOCAL_PARTY),
        in.optionalText(OptionType.REMOTE_PARTY),
        in.optionalText(OptionType.SDP));
  }

  static EstablishConfirm establishConfirm(long call, long transaction, Options in)
      throws MalformedPduException {
    return new EstablishConfirm(call, transaction, in.text(OptionType.SDP));
  }

  static EstablishReject establishReject(long call, long transaction, Options in)
      throws MalformedPduException {
    return new EstablishReject(call, transaction, in.reason(), explanation(in));
  }

  static void write(ModificationRequest pdu, OptionWriter out) {
    out.u8(OptionType.DIRECTION, pdu.direction().code())
        .u8(OptionType.SDP_ROLE, pdu.role().code())
        .text(OptionType.SDP, pdu.sdp());
  }

  static ModificationRequest modificationRequest(long call, long transaction, Options in)
      throws MalformedPduException {
    return new ModificationRequest(
        call,
        transaction,
        in.code(OptionType.DIRECTION, DIRECTIONS, Direction::code),
        in.code(OptionType.SDP_ROLE, ROLES, SdpRole::code),
        in.optionalText(OptionType.SDP));
  }

  static ModificationConfirm modificationConfirm(long call, long transaction, Options in)
      throws MalformedPduException {
    return new ModificationConfirm(call, transaction, in.optionalText(OptionType.SDP));
  }

  static ModificationReject modificationReject(long call, long transaction, Options in)
      throws MalformedPduException {
    return new ModificationReject(call, transaction, in.reason(), explanation(in));
  }

  static void write(EventNotice pdu, OptionWriter out) {
    out.u8(OptionType.EVENT, pdu.event()).u16(OptionType.DURATION, pdu.durationMillis());
  }

  static EventNotice eventNotice(long call, long transaction, Options in)
      throws MalformedPduException {
    return new EventNotice(call, transaction, in.u8(OptionType.EVENT), in.u16(OptionType.DURATION));
  }

  static EventReject eventReject(long call, long transaction, Options in)
      throws MalformedPduException {
    return new EventReject(call, transaction, in.reason(), explanation(in));
  }

  static Release release(long call, Options in) throws MalformedPduException {
    return new Release(call, in.reason(), explanation(in));
  }

  private static String explanation(Options in) throws MalformedPduException {
    return in.optionalText(OptionType.TEXT).orElse("");
  }
}
