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
package org.deskedge.api.admission;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What the edge takes on now.
 *
 * @param draining whether new sessions and calls are refused
 * @param since when that began: the start of draining, its end, or the start of the edge
 * @param policyRevision revision of the policy document in force; empty while there is none and
 *     every session is admitted
 */
public record AdmissionStatus(boolean draining, Instant since, OptionalLong policyRevision) {}
