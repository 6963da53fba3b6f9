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
package org.deskedge.testbed;

import java.nio.file.Path;
import java.util.Map;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.wire.PacketCapture;
import org.deskedge.testbed.wire.TlsKeys;
import org.deskedge.testbed.wire.WanVoice;

/**
 * Watches the desktop's end of the WAN for voice. To be started before the edge is: whole
 * remote-desktop connections are needed, and the edge's TLS keys to read them.
 */
public final class WanWatch implements AutoCloseable {

  private final PacketCapture capture;
  private final Path keyLog;

  private WanWatch(PacketCapture capture, Path keyLog) {
    this.capture = capture;
    this.keyLog = keyLog;
  }

  /** Begins to watch. */
  public static WanWatch start(TestBed bed) {
    Path keyLog = bed.state().emptyFolder("keys").resolve("tls");
    return new WanWatch(
        PacketCapture.start("wan", bed.topology().desktop(), Wan.INTERFACE, bed.state()), keyLog);
  }

  /** What the edge's environment needs for its keys to be known here. */
  public Map<String, String> edgeEnvironment() {
    return Map.of("EXTRA_JAVA_OPTS", TlsKeys.option(keyLog));
  }

  /** Stops watching and counts. */
  public WanVoice stop() {
    capture.stop();
    return WanVoice.count(capture.file(), keyLog, Redirection.PORT);
  }

  /** Stops watching, if {@link #stop} did not. */
  @Override
  public void close() {
    capture.close();
  }
}
