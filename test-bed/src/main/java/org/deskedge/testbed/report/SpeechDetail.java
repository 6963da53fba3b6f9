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
package org.deskedge.testbed.report;

import org.deskedge.testbed.voice.SpeechMatch;

/**
 * What one correlation does not tell.
 *
 * @param acceptable whether all three limits of {@link SpeechMatch} are kept
 * @param worstSecond correlation of the worst second
 * @param missingShare share of spoken 20 ms frames that were not heard
 * @param delayChanges how often the delay moved during the speech
 * @param delayMovedMs by how much in all, what was skipped or inserted
 */
public record SpeechDetail(
    boolean acceptable,
    double worstSecond,
    double missingShare,
    int delayChanges,
    double delayMovedMs) {

  static SpeechDetail of(SpeechMatch match) {
    return new SpeechDetail(
        match.acceptable(),
        match.worstSecond(),
        match.missingShare(),
        match.delayChanges(),
        match.delayMovedMs());
  }
}
