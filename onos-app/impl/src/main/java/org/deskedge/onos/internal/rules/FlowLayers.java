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
package org.deskedge.onos.internal.rules;

import org.deskedge.onos.RedirectPolicy;

/**
 * Flow priorities, highest layer first: what edges send passes, kept sessions stay, policies decide
 * about the rest. Other apps' rules fit between and around them.
 */
public final class FlowLayers {

  /** What an edge sends is never redirected back to it, and its voice is marked. */
  public static final int EDGE_PASS = 40000;

  /** A session stays on the edge it is on, whatever policies say now. */
  public static final int SESSION_PIN = 35000;

  /** Policy priority 0; each priority is {@value #POLICY_STEP} further up. */
  public static final int POLICY_BASE = 20000;

  /** Distance of two policy priorities; leaves room for {@value #AT_PORT}. */
  public static final int POLICY_STEP = 10;

  /** Within one policy a client's port decides before its prefix does. */
  public static final int AT_PORT = 5;

  private FlowLayers() {}

  static int of(RedirectPolicy policy, Bucket bucket) {
    return POLICY_BASE
        + POLICY_STEP * policy.priority()
        + (bucket.port().isPresent() ? AT_PORT : 0);
  }
}
