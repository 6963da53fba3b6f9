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
package org.deskedge.mediarelay.internal;

import java.util.function.Consumer;
import org.deskedge.api.media.TelephoneEvent;
import org.deskedge.rtp.event.EventListener;

/** Counts the far end's telephone events and tells whoever wants to know. For one thread. */
final class FarEndEvents implements EventListener {

  private final LegCounters counters;
  private Consumer<TelephoneEvent> listener = event -> {};

  FarEndEvents(LegCounters counters) {
    this.counters = counters;
  }

  void listener(Consumer<TelephoneEvent> wanted) {
    listener = wanted;
  }

  /** Tells nobody any more. */
  void close() {
    listener = event -> {};
  }

  @Override
  public void started(int event) {
    counters.countEventReceived();
  }

  @Override
  public void ended(int event, long durationMillis) {
    int duration = (int) Math.max(1, Math.min(TelephoneEvent.MAX_DURATION_MILLIS, durationMillis));
    listener.accept(new TelephoneEvent(event, duration));
  }
}
