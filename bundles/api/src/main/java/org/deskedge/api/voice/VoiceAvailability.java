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
package org.deskedge.api.voice;

/** Whether a client can carry voice, and if not, why. */
public enum VoiceAvailability {
  /** The session has not come far enough to know. */
  UNKNOWN,
  /** The client plays and captures sound over channels the edge can use. */
  AVAILABLE,
  /** Client and desktop secure the session between themselves; the edge only passes it on. */
  NOT_TERMINATED,
  /** The client joined no channel for dynamic virtual channels. */
  NO_DYNAMIC_CHANNELS,
  /** The client declined to play sound. */
  NO_PLAYBACK,
  /** The client offered no microphone. */
  NO_MICROPHONE
}
