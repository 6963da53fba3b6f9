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
package org.deskedge.testbed.farend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * A stock Kamailio in a namespace: a record-routing SIP proxy that has an {@link Rtpengine} relay
 * the media of every call. What is addressed to the proxy itself goes to one telephone.
 */
public final class Kamailio implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);

  /** What the proxy does with each message; %1$s its address, %2$s the telephone's, %3$s flags. */
  private static final String SCRIPT =
      """
      #!KAMAILIO
      debug=1
      log_stderror=yes
      children=2
      disable_tcp=yes
      auto_aliases=no
      listen=udp:%1$s:5060
      mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/"
      loadmodule "tm.so"
      loadmodule "sl.so"
      loadmodule "rr.so"
      loadmodule "pv.so"
      loadmodule "maxfwd.so"
      loadmodule "textops.so"
      loadmodule "siputils.so"
      loadmodule "rtpengine.so"
      modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:%4$d")

      request_route {
        if (!mf_process_maxfwd_header("10")) { exit; }
        if (is_method("INVITE")) {
          rtpengine_offer("replace-origin %3$s");
          t_on_reply("ANSWERED");
        }
        if (is_method("BYE") || is_method("CANCEL")) { rtpengine_delete(); }
        if (has_totag()) {
          loose_route();
        } else {
          if (is_method("INVITE")) { record_route(); }
          if ($rd == "%1$s") { $rd = "%2$s"; $rp = 5060; }
        }
        if (is_method("CANCEL") && !t_check_trans()) { exit; }
        t_relay();
      }

      onreply_route[ANSWERED] {
        if (has_body("application/sdp")) { rtpengine_answer("replace-origin"); }
      }
      """;

  private final String address;
  private final ManagedProcess process;

  private Kamailio(String address, ManagedProcess process) {
    this.address = address;
    this.process = process;
  }

  /**
   * Starts it and waits until it listens; {@link Rtpengine} must run in the same namespace.
   *
   * @param address IPv4 address it listens on, at port 5060
   * @param telephone IPv4 address of the telephone behind it
   * @param flags added to its media relay's offer, such as {@code codec-mask-PCMU transcode-G729};
   *     may be empty
   * @throws TestBedException if it does not come up within 20 s
   */
  public static Kamailio start(
      String address, String telephone, String flags, Namespace namespace, StateDirectory state) {
    Path folder = state.emptyFolder("kamailio");
    Path script = folder.resolve("kamailio.cfg");
    try {
      Files.writeString(script, SCRIPT.formatted(address, telephone, flags, Rtpengine.NG_PORT));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + script, e);
    }
    ManagedProcess process =
        namespace.start(
            "kamailio",
            "kamailio",
            "-DD",
            "-E",
            "-f",
            script.toString(),
            "-P",
            folder.resolve("pid").toString(),
            "-Y",
            folder.toString(),
            "-w",
            folder.toString());
    try {
      Waiting.until(
          "Kamailio on port 5060",
          START,
          () -> {
            process.requireRunning();
            return namespace.run("ss", "-Hlun").contains(address + ":5060 ");
          });
      return new Kamailio(address, process);
    } catch (RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  /** SIP address under which it passes calls on to the telephone. */
  public String uri() {
    return "sip:phone@" + address;
  }

  /** SIP URI to send everything through. */
  public String proxyUri() {
    return "sip:" + address;
  }

  /** Ends it. */
  @Override
  public void close() {
    process.stop();
  }
}
