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
package org.deskedge.rtp.sdp;

import java.util.Optional;

/**
 * What this side sends, under the payload types and with the parameters the other side gave.
 *
 * @param speech the one codec
 * @param events telephone events, at the clock rate of the codec where the other side takes them so
 *     (RFC 4733 section 2.1), else at any; empty if it takes none
 * @param noise comfort noise at the clock rate of the codec; empty if the other side takes none
 */
public record SendingFormats(
    MediaFormat speech, Optional<MediaFormat> events, Optional<MediaFormat> noise) {}
