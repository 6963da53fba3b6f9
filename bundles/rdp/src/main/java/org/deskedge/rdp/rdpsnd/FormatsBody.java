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
package org.deskedge.rdp.rdpsnd;

import java.util.List;
import org.deskedge.rdp.internal.AudioFormats;

/** What {@link ServerFormats} and {@link ClientFormats} have in common. */
final class FormatsBody {

  private static final int FIXED_LENGTH = 20;

  private FormatsBody() {}

  static int length(List<AudioFormat> formats) {
    return FIXED_LENGTH + AudioFormats.length(formats);
  }

  /** Returns an immutable copy of formats that fit one PDU. */
  static List<AudioFormat> checked(List<AudioFormat> formats) {
    if (length(formats) > Rdpsnd.MAX_BODY) {
      throw new IllegalArgumentException(formats.size() + " formats do not fit one PDU");
    }
    return List.copyOf(formats);
  }
}
