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
package org.deskedge.testbed.voice;

/**
 * What a phone reported.
 *
 * @param type as baresip names it, for example {@code CALL_ESTABLISHED}
 * @param detail its parameter; empty if it has none
 * @param epochNanos when the bed read it, nanoseconds since 1970
 */
public record PhoneEvent(String type, String detail, long epochNanos) {
  /** A call comes in. */
  public static final String INCOMING = "CALL_INCOMING";

  /** The far end is alerted. */
  public static final String RINGING = "CALL_RINGING";

  /** A call is up. */
  public static final String ESTABLISHED = "CALL_ESTABLISHED";

  /** A DTMF digit began; the detail is the digit. */
  public static final String DIGIT = "CALL_DTMF_START";

  /** Early media came: a provisional response with a session description. */
  public static final String PROGRESS = "CALL_PROGRESS";

  /** A call has ended, or failed. */
  public static final String CLOSED = "CALL_CLOSED";
}
