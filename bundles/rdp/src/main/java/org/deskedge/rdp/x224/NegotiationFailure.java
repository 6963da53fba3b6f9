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
 * RDP_NEG_FAILURE (MS-RDPBCGR section 2.2.1.2.2).
 *
 * @param code why
 */
public record NegotiationFailure(int code) implements Negotiation {

  /** The server takes nothing but TLS. */
  public static final int SSL_REQUIRED_BY_SERVER = 1;

  /** The server has no TLS. */
  public static final int SSL_NOT_ALLOWED_BY_SERVER = 2;

  /** The server has no certificate. */
  public static final int SSL_CERT_NOT_ON_SERVER = 3;

  /** The flags contradict the protocols asked for. */
  public static final int INCONSISTENT_FLAGS = 4;

  /** The server takes nothing but CredSSP. */
  public static final int HYBRID_REQUIRED_BY_SERVER = 5;

  /** The server takes nothing but TLS with a client certificate. */
  public static final int SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER = 6;

  /** Names the code as the specification does. */
  @Override
  public String toString() {
    return switch (code) {
      case SSL_REQUIRED_BY_SERVER -> "SSL_REQUIRED_BY_SERVER";
      case SSL_NOT_ALLOWED_BY_SERVER -> "SSL_NOT_ALLOWED_BY_SERVER";
      case SSL_CERT_NOT_ON_SERVER -> "SSL_CERT_NOT_ON_SERVER";
      case INCONSISTENT_FLAGS -> "INCONSISTENT_FLAGS";
      case HYBRID_REQUIRED_BY_SERVER -> "HYBRID_REQUIRED_BY_SERVER";
      case SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER -> "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER";
      default -> "negotiation failure " + code;
    };
  }
}
