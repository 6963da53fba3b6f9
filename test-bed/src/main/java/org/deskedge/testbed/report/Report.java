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
package org.deskedge.testbed.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a demo shows. In JSON the names are these in snake case; times are milliseconds.
 *
 * @param controller null without a controller
 * @param calls one for each direction
 * @param wanVoicePackets RTP and RDP-audio packets on the link to the data centre
 * @param baseline the same voice without the edge
 * @param desktopUnharmed the desktop through the calls
 */
public record Report(
    @JsonInclude(JsonInclude.Include.NON_NULL) ControllerResult controller,
    List<CallResult> calls,
    int wanVoicePackets,
    BaselineResult baseline,
    DesktopUnharmed desktopUnharmed) {

  public Report {
    calls = List.copyOf(calls);
  }

  /** Whether the result is what the product promises. */
  public boolean passes() {
    return !calls.isEmpty()
        && calls.stream().allMatch(CallResult::passes)
        && wanVoicePackets == 0
        && desktopUnharmed.usable();
  }

  /** The report as indented JSON. */
  public String json() {
    return ReportJson.of(this);
  }

  /** Writes {@link #json()} to a file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, json());
  }
}
