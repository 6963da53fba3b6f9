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
package org.deskedge.rdp.x224;

/**
 * RDP_NEG_REQ (MS-RDPBCGR section 2.2.1.1.1).
 *
 * @param flags RESTRICTED_ADMIN_MODE_REQUIRED and the like, 0 to 255
 * @param requestedProtocols bits of {@link Protocol}
 */
public record NegotiationRequest(int flags, int requestedProtocols) {}
