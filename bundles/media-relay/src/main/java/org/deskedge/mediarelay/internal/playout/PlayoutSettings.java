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
package org.deskedge.mediarelay.internal.playout;

import org.deskedge.rtp.jitter.DelayBounds;

/**
 * How the far end's voice is played.
 *
 * @param delay between what bounds the jitter buffer may choose its depth
 * @param concealment whether lost speech is made up for; if not, silence is played in its place,
 *     which is of use only to measure what concealment is worth
 */
public record PlayoutSettings(DelayBounds delay, boolean concealment) {

  /** What holds where the operator says nothing. */
  public static final PlayoutSettings DEFAULT = new PlayoutSettings(DelayBounds.DEFAULT, true);
}
