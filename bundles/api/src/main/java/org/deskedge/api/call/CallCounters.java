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

/**
 * Totals of the call table since the edge started.
 *
 * @param active calls that hold an RTP port or a voice channel now
 * @param limit the most calls this edge may have at once
 * @param established calls confirmed
 * @param rejected calls refused with ESTABLISH REJECT
 * @param released calls that ended after they were confirmed
 * @param malformed control channels ended because of a malformed VOIP PDU
 */
public record CallCounters(
    int active, int limit, long established, long rejected, long released, long malformed) {}
