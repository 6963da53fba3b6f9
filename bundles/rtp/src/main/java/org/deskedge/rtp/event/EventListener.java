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
package org.deskedge.rtp.event;

/** Hears each telephone event of a stream once: its start, then its end. */
public interface EventListener {

  /**
   * An event began.
   *
   * @param event 0 to {@link EventPayload#FLASH}
   */
  void started(int event);

  /**
   * The event that began last is over.
   *
   * @param event as it was started
   * @param durationMillis how long it lasted in milliseconds, all segments together, as far as was
   *     heard; at least 0
   */
  void ended(int event, long durationMillis);
}
