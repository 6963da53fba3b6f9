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
package org.deskedge.testbed.network;

/**
 * Work that a virtual interface leaves to hardware that is not there: checksums and splitting of
 * large segments. Switched off, since a switch that takes packets off the interface would pass them
 * on without checksums and larger than any wire carries.
 */
final class Offloads {

  private Offloads() {}

  static void switchOff(Namespace namespace, String device) {
    namespace.run(
        "ethtool", "-K", device, "tx", "off", "rx", "off", "gso", "off", "tso", "off", "gro",
        "off");
  }
}
