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
package org.deskedge.testbed.controller;

import org.deskedge.testbed.LogsOnFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What policies do on real switches, with one start of the controller for all of it. */
@ExtendWith(LogsOnFailure.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class BranchIT {

  @BeforeAll
  static void bringUp() {
    Branch.bringUp();
  }

  @AfterAll
  static void close() {
    Branch.close();
  }

  @Nested
  @Order(1)
  class OnTwoSwitches extends TwoSwitches {}

  @Nested
  @Order(2)
  class InAGroup extends EdgeGroup {}

  @Nested
  @Order(3)
  class ByATransparentEdge extends TransparentEdge {}

  @Nested
  @Order(4)
  class OfVoice extends VoiceMarks {}

  @Nested
  @Order(5)
  class OnAPoorSwitch extends PoorSwitch {}

  @Nested
  @Order(6)
  class ByTheControllerItself extends PacketsOfTheController {}
}
