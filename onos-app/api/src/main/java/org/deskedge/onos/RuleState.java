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
package org.deskedge.onos;

/** How far a device has taken a policy's flow rules. */
public enum RuleState {
  /** All of them are on the device. */
  INSTALLED,
  /** They have been sent, or wait to be. */
  PENDING,
  /** The device refused some; none of this policy's change is left half-applied. */
  FAILED
}
