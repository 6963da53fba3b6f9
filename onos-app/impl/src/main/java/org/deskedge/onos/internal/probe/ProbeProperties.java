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
package org.deskedge.onos.internal.probe;

/** Names and defaults of the prober's properties, as {@code cfg} of ONOS shows them. */
public final class ProbeProperties {

  /** Time from one probe of an edge to the next, in ms; 100..60000. */
  public static final String INTERVAL = "probeInterval";

  /** Default of {@link #INTERVAL}, in ms. */
  public static final int INTERVAL_DEFAULT = 1000;

  /** Longest time of one exchange with an edge, in ms; 50..60000. */
  public static final String TIMEOUT = "probeTimeout";

  /** Default of {@link #TIMEOUT}, in ms. */
  public static final int TIMEOUT_DEFAULT = 800;

  /** Bad probes in a row that make an edge DOWN; 1..100. */
  public static final String DOWN_THRESHOLD = "downThreshold";

  /** Default of {@link #DOWN_THRESHOLD}. */
  public static final int DOWN_THRESHOLD_DEFAULT = 3;

  /** Good probes in a row that make an edge UP; 1..100. */
  public static final String UP_THRESHOLD = "upThreshold";

  /** Default of {@link #UP_THRESHOLD}. */
  public static final int UP_THRESHOLD_DEFAULT = 2;

  private ProbeProperties() {}
}
