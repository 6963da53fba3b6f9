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
 * @param address IPv4 or IPv6 address it listens and sends from; its interface must not be
 *     loopback, which baresip 1.0.0 does not accept
 * @param port its SIP port
 * @param codec the one codec it offers and accepts, of {@link PhoneCodec#BARESIP}
 * @param speech WAV file, mono, at the codec's {@link PhoneCodec#speechRate}, that it speaks from
 *     the moment a call is up; the call ends where the file ends
 * @param answering what it does when it is called
 * @param outboundProxy SIP URI everything is sent through; empty for none
 * @param srtp whether its media must be SRTP, with keys in the SDP (RFC 4568)
 */
public record BaresipSettings(
    String name,
    String address,
    int port,
    PhoneCodec codec,
    Path speech,
    Answering answering,
    Optional<String> outboundProxy,
    boolean srtp) {
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

  /** The same without SRTP. */
  public BaresipSettings(
      String name,
      String address,
      int port,
      PhoneCodec codec,
      Path speech,
      Answering answering,
      Optional<String> outboundProxy) {
    this(name, address, port, codec, speech, answering, outboundProxy, false);
  }

  /** Its SIP address. */
  public String uri() {
    return "sip:" + name + "@" + host() + (port == SIP_PORT ? "" : ":" + port);
  }

  private String host() {
    return address.contains(":") ? "[" + address + "]" : address;
  }

  /** baresip's file {@code config}. The codec comes before the accounts that name it. */
  String config(Path folder) {
    return String.join(
        "\n",
        "poll_method epoll",
        "sip_listen " + host() + ":" + port,
        "net_interface " + address,
        "ausrc_srate " + codec.speechRate(),
        "ausrc_channels 1",
        "audio_source aufile," + speech,
        "audio_player aubridge,null-" + name,
        "audio_alert aubridge,alert-" + name,
        "rtp_ports 16000-16999",
        "snd_path " + folder,
        "ctrl_tcp_listen 127.0.0.1:" + CONTROL_PORT,
        "module_path /usr/lib/baresip/modules",
        "module " + codec.baresipModule() + ".so",
        "module srtp.so",
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
        + codec.baresipName()
        + (srtp ? ";mediaenc=srtp-mand" : "")
        + outboundProxy.map(proxy -> ";outbound=\"" + proxy + "\"").orElse("")
        + "\n";
  }
}
