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
package org.deskedge.testbed.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.testbed.process.Command;

/**
 * What xrdp reads: its two configuration files, its certificate, and what starts in a session. Only
 * what differs from the defaults, or must not be left to them.
 */
final class XrdpFiles {

  /** Configuration of the server. */
  static final String SERVER = "xrdp.ini";

  /** Configuration of the session manager. */
  static final String SESSION_MANAGER = "sesman.ini";

  /** Port the session manager listens on, on loopback. */
  static final int SESSION_MANAGER_PORT = 3350;

  /** First X display of sessions. */
  static final int FIRST_DISPLAY = 10;

  private static final String SERVER_TEXT =
      """
      [Globals]
      ini_version=1
      fork=true
      port=tcp://%1$s:%2$d
      tcp_nodelay=true
      security_layer=tls
      crypt_level=high
      certificate=%3$s/cert.pem
      key_file=%3$s/key.pem
      ssl_protocols=TLSv1.2, TLSv1.3
      autorun=Xorg
      allow_channels=true
      bitmap_cache=true
      bitmap_compression=true
      bulk_compression=true
      max_bpp=32
      use_fastpath=both

      [Logging]
      LogFile=%3$s/xrdp.log
      LogLevel=INFO
      EnableSyslog=false

      [Channels]
      rdpdr=true
      rdpsnd=true
      drdynvc=true
      cliprdr=true

      [Xorg]
      name=Xorg
      lib=libxup.so
      username=ask
      password=ask
      ip=127.0.0.1
      port=-1
      code=20
      """;

  private static final String SESSION_MANAGER_TEXT =
      """
      [Globals]
      ListenAddress=127.0.0.1
      ListenPort=%1$d
      EnableUserWindowManager=false
      DefaultWindowManager=%2$s/session

      [Security]
      AllowRootLogin=false
      MaxLoginRetry=4
      AlwaysGroupCheck=false

      [Sessions]
      X11DisplayOffset=%3$d
      MaxSessions=10
      KillDisconnected=false
      Policy=Default

      [Logging]
      LogFile=%2$s/xrdp-sesman.log
      LogLevel=INFO
      EnableSyslog=false

      [Xorg]
      param=/usr/lib/xorg/Xorg
      param=-config
      param=xrdp/xorg.conf
      param=-noreset
      param=-nolisten
      param=tcp
      param=-logfile
      param=.xorgxrdp.%%s.log

      [Chansrv]
      EnableFuseMount=false

      [ChansrvLogging]
      LogLevel=INFO
      EnableSyslog=false
      """;

  private static final String SESSION_TEXT =
      """
      #!/bin/sh
      exec xterm -geometry 90x30+20+20
      """;

  private XrdpFiles() {}

  /**
   * Writes them.
   *
   * @return the folder
   */
  static Path write(Path folder, String address, int port) {
    try {
      Files.writeString(folder.resolve(SERVER), SERVER_TEXT.formatted(address, port, folder));
      Files.writeString(
          folder.resolve(SESSION_MANAGER),
          SESSION_MANAGER_TEXT.formatted(SESSION_MANAGER_PORT, folder, FIRST_DISPLAY));
      Path session = Files.writeString(folder.resolve("session"), SESSION_TEXT);
      if (!session.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make " + session + " executable");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the files of xrdp", e);
    }
    Command.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "30",
            "-subj",
            "/CN=desktop",
            "-keyout",
            folder.resolve("key.pem").toString(),
            "-out",
            folder.resolve("cert.pem").toString())
        .run();
    return folder;
  }
}
