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

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FuzzIT {

  /** Kept between builds: what was found worth keeping is where the next one begins. */
  private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();

  @Test
  void aMinuteOfEachParserOfWhatFarEndsSendFindsNothing() {
    CommandLine fuzz = new CommandLine(new Fuzz()).setCaseInsensitiveEnumValuesAllowed(true);

    int status =
        fuzz.execute("--seconds", "60", "--target", "rtp,rtcp,sdp", "--folder", FOLDER.toString());

    assertThat(status).as("findings are in " + FOLDER).isZero();
  }
}
