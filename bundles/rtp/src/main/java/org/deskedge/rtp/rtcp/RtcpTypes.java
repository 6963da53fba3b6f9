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

/** Numbers and lengths of RTCP on the wire (RFC 3550 section 12.1, RFC 3611 section 4). */
final class RtcpTypes {

  static final int VERSION = 2;
  static final int WORD = 4;
  static final int HEADER_LENGTH = 4;

  static final int SENDER_REPORT = 200;
  static final int RECEIVER_REPORT = 201;
  static final int SOURCE_DESCRIPTION = 202;
  static final int GOODBYE = 203;
  static final int EXTENDED_REPORT = 207;

  static final int RECEIVER_REFERENCE_TIME = 4;
  static final int LAST_RECEIVER_REPORTS = 5;
  static final int VOIP_METRICS = 7;

  /** Body of a sender report before its reception reports, the source left out. */
  static final int SENDER_INFO_LENGTH = 20;

  /** Length of a VoIP metrics block without its header. */
  static final int VOIP_METRICS_LENGTH = 32;

  /** Length of an entry of a DLRR block. */
  static final int LAST_RECEIVER_REPORT_LENGTH = 12;

  private RtcpTypes() {}
}
