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
package org.deskedge.testbed.voice;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a stock baresip is set up.
 *
 * @param name names its process, folder and SIP user; letters, digits and hyphens
 * @param address IPv4 address it listens and sends from; its interface must not be loopback, which
 *     baresip 1.0.0 does not accept
 * @param port its SIP port
 * @param codec the one codec it offers and accepts
 * @param speech WAV file, 8000 Hz mono, that it speaks from the moment a call is up; the call ends
 *     where the file ends
 * @param answering what it does when it is called
 * @param outboundProxy SIP URI everything is sent through; empty for none
 */
public record BaresipSettings(
    String name,
    String address,
    int port,
    G711 codec,
    Path speech,
    Answering answering,
    Optional<String> outboundProxy) {
  /** What it does when it is called. */
  public enum Answering {
    /** Answers at once. */
    AUTO,
    /** Rings until its user does something. */
    MANUAL
  }

  /** SIP's own port. */
  public static final int SIP_PORT = 5060;

  /** Port of the control connection, on the loopback of the phone's namespace. */
  static final int CONTROL_PORT = 4444;

  /** Its SIP address. */
  public String uri() {
    return "sip:" + name + "@" + address + (port == SIP_PORT ? "" : ":" + port);
  }

  /** baresip's file {@code config}. The codec comes before the accounts that name it. */
  String config(Path folder) {
    return String.join(
        "\n",
        "poll_method epoll",
        "sip_listen " + address + ":" + port,
        "net_interface " + address,
        "audio_source aufile," + speech,
        "audio_player aubridge,null-" + name,
        "audio_alert aubridge,alert-" + name,
        "rtp_ports 16000-16999",
        "snd_path " + folder,
        "ctrl_tcp_listen 127.0.0.1:" + CONTROL_PORT,
        "module_path /usr/lib/baresip/modules",
        "module g711.so",
        "module aufile.so",
        "module aubridge.so",
        "module sndfile.so",
        "module account.so",
        "module_app menu.so",
        "module_app ctrl_tcp.so",
        "");
  }

  /** baresip's file {@code accounts}. */
  String accounts() {
    return "<"
        + uri()
        + ">;regint=0;answermode="
        + answering.name().toLowerCase(Locale.ROOT)
        + ";audio_codecs="
        + codec
        + "/8000/1"
        + outboundProxy.map(proxy -> ";outbound=\"" + proxy + "\"").orElse("")
        + "\n";
  }
}
