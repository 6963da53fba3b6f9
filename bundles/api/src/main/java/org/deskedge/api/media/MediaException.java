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
package org.deskedge.api.media;

/**
 * The media relay cannot do what was asked; the message says why in words for the peer and the log.
 */
public final class MediaException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What kind of refusal this is. */
  public enum Reason {
    /** Every RTP port is in use, or none could be bound. */
    NO_PORT,
    /** The session description is malformed, or has no audio this edge can carry. */
    UNUSABLE_SDP,
    /** The far end takes no telephone events, or nothing may be sent to it now. */
    NO_EVENT,
    /** Too many telephone events wait to be sent. */
    EVENTS_WAIT
  }

  private final Reason reason;

  public MediaException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Returns what kind of refusal this is. */
  public Reason reason() {
    return reason;
  }
}
