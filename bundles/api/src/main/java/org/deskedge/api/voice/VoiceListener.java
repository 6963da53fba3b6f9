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

/** The owner of an open voice channel. Called on the session's event loop. */
public interface VoiceListener {

  /**
   * The microphone delivered samples, in pieces of any length.
   *
   * @param samples holds them from index 0; reused after the method returns
   * @param length how many samples
   */
  void captured(short[] samples, int length);

  /**
   * The channel was closed by the client or with the session.
   *
   * @param reason for the log and the far side
   */
  void closed(String reason);
}
