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
package org.deskedge.rtp.srtp;

/** What became of a packet that was to be protected or unprotected. */
public enum SrtpResult {
  /** Done in place; the packet has another length now. */
  OK,

  /** It came before, or is too old to tell (RFC 3711 section 3.3.2): to be dropped. */
  REPLAYED,

  /** Not from the one who has the key, or changed on its way: to be dropped. */
  FORGED,

  /** Not a packet, or there is no room behind it for what protection adds: to be dropped. */
  MALFORMED,

  /** More synchronisation sources than {@link SrtpSession#MAX_SOURCES}: to be dropped. */
  TOO_MANY_SOURCES,

  /** The cipher failed: to be dropped. */
  FAILED
}
