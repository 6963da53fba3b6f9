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
 * What each end of a call hears, as the E-model estimates it (ITU-T G.107).
 *
 * @param atClient the far end's voice at the client, from what the edge measures
 * @param atFarEnd the client's voice at the far end, from what the far end reports; unknown if it
 *     sends no reports
 */
public record CallQuality(ListeningQuality atClient, ListeningQuality atFarEnd) {

  /** Nothing is known. */
  public static final CallQuality UNKNOWN =
      new CallQuality(ListeningQuality.UNKNOWN, ListeningQuality.UNKNOWN);
}
