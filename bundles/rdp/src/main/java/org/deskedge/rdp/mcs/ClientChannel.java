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
package org.deskedge.rdp.mcs;

/**
 * A static virtual channel a client asks for: CHANNEL_DEF (MS-RDPBCGR section 2.2.1.3.4.1).
 *
 * @param name at most 8 characters; 1 to 7 ASCII ones from a client that keeps to the specification
 * @param options bits of CHANNEL_OPTION
 */
public record ClientChannel(String name, int options) {}
