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
package org.deskedge.api.call;

import java.time.Instant;
import java.util.Optional;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaStatistics;

/**
 * An immutable snapshot of one call.
 *
 * @param id the call
 * @param direction who calls whom
 * @param state how far the call has come
 * @param localParty the desktop's user as its softphone names itself; empty where not told
 * @param remoteParty the far end's SIP URI; empty where not told
 * @param since when the ESTABLISH REQUEST came
 * @param mediaDirection which way voice may flow now
 * @param media figures of the media; empty before an RTP port was reserved
 */
public record CallInfo(
    CallId id,
    CallDirection direction,
    CallState state,
    Optional<String> localParty,
    Optional<String> remoteParty,
    Instant since,
    MediaDirection mediaDirection,
    Optional<MediaStatistics> media) {}
