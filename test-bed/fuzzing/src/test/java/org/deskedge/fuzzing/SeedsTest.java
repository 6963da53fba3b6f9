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
package org.deskedge.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedsTest {

  @ParameterizedTest
  @EnumSource
  void eachSeedAndEachPrefixOfItIsDecodedOrRefused(Target target) throws Exception {
    Method entry = target.entry().getMethod("fuzzerTestOneInput", byte[].class);
    assertThat(target.seeds()).hasSizeGreaterThan(2);
    for (byte[] seed : target.seeds()) {
      for (int length = 0; length <= seed.length; length++) {
        byte[] input = Arrays.copyOf(seed, length);
        assertThatCode(() -> entry.invoke(null, (Object) input))
            .as(target + " " + HexFormat.of().formatHex(input))
            .doesNotThrowAnyException();
      }
    }
  }
}
