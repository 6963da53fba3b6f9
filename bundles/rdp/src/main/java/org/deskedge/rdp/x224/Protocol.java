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

/** Bits of the security protocols asked for and selected (MS-RDPBCGR section 2.2.1.1.1). */
public final class Protocol {

  /** Standard RDP security; no bit. */
  public static final int RDP = 0;

  /** TLS. */
  public static final int SSL = 1;

  /** CredSSP, that is network level authentication. */
  public static final int HYBRID = 2;

  /** RDSTLS. */
  public static final int RDSTLS = 4;

  /** CredSSP with the early user authorization result. */
  public static final int HYBRID_EX = 8;

  private Protocol() {}
}
