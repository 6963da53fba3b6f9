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
package org.deskedge.testbed.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.TestBedException;

/**
 * Voice on the link to the data centre, in the open or inside the remote-desktop connections.
 *
 * @param rtp UDP packets that could be RTP
 * @param rdpAudio sound PDUs inside the remote-desktop connections, both directions
 * @param rdpPdus all PDUs read there, sound or not: what the count rests on
 * @param channels data PDUs by channel
 */
public record WanVoice(int rtp, int rdpAudio, int rdpPdus, Map<String, Integer> channels) {
  private static final List<String> AUDIO =
      List.of(
          "AUDIO_INPUT",
          "AUDIO_PLAYBACK_DVC",
          "AUDIO_PLAYBACK_LOSSY_DVC",
          "rdpsnd",
          // Channels that cannot be told count as voice: the result must not be too good.
          "unknown");

  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** What a TLS record adds to what it carries, at most: 8 nonce (TLS 1.2), 16 tag, 1 type. */
  private static final int RECORD_OVERHEAD = 25;

  /** Certificates and tickets, which TLS 1.3 sends in records that look like data. */
  private static final int HANDSHAKE = 16384;

  public WanVoice {
    channels = Map.copyOf(channels);
  }

  /** Both counts together: what the report calls {@code wan_voice_packets}. */
  public int packets() {
    return rtp + rdpAudio;
  }

  /**
   * Counts what a link carried.
   *
   * @param capture of the link, by {@link PacketCapture}, whole remote-desktop connections from
   *     their first packet on
   * @param keyLog TLS keys of the connections
   * @param rdpPort port the desktops' RDP servers listen on
   * @throws TestBedException if a connection could not be read in full: a count of 0 would then
   *     mean nothing
   */
  public static WanVoice count(Path capture, Path keyLog, int rdpPort) {
    int rtp;
    try {
      rtp = RtpCount.on(PcapFile.read(capture));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + capture, e);
    }
    Tshark tshark = new Tshark(capture, keyLog, rdpPort);
    Map<String, Integer> channels = new TreeMap<>();
    int pdus = 0;
    for (Map.Entry<Integer, Long> connection : tshark.recordBytes().entrySet()) {
      RdpChannels rdp = tshark.read(connection.getKey(), connection.getValue());
      rdp.counts().forEach((name, count) -> channels.merge(name, count, Integer::sum));
      pdus += rdp.pdus();
    }
    int audio = AUDIO.stream().mapToInt(name -> channels.getOrDefault(name, 0)).sum();
    return new WanVoice(rtp, audio, pdus, channels);
  }

  /** Wireshark's TLS, which reassembles and decrypts. */
  private record Tshark(Path capture, Path keyLog, int rdpPort) {

    /** Connections that carried TLS data, by Wireshark's number, with the least to be decrypted. */
    Map<Integer, Long> recordBytes() {
      String records =
          run(
              "-Y",
              "tcp.port==" + rdpPort + " && tls.app_data",
              "-T",
              "fields",
              "-e",
              "tcp.stream",
              "-e",
              "tls.app_data");
      Map<Integer, Long> connections = new TreeMap<>();
      for (String line : records.lines().toList()) {
        String[] fields = line.split("\t", -1);
        long bytes = 0;
        for (String record : fields[1].split(",", -1)) {
          bytes += Math.max(0, record.length() / 2 - RECORD_OVERHEAD);
        }
        connections.merge(Integer.valueOf(fields[0]), bytes, Long::sum);
      }
      return connections;
    }

    RdpChannels read(int connection, long least) {
      List<String> pieces =
          run("-q", "-z", "follow,tls,raw," + connection)
              .lines()
              .filter(line -> line.matches("\t?[0-9a-f]+"))
              .toList();
      long decrypted = pieces.stream().mapToLong(line -> line.strip().length() / 2).sum();
      if (decrypted + HANDSHAKE < least || decrypted == 0) {
        throw new TestBedException(
            "connection " + connection + ": decrypted " + decrypted + " of " + least + " bytes");
      }
      // The client speaks first: MCS Connect Initial.
      boolean clientIndented = pieces.get(0).startsWith("\t");
      RdpChannels rdp = new RdpChannels();
      for (String piece : pieces) {
        rdp.feed(piece.startsWith("\t") == clientIndented, HexFormat.of().parseHex(piece.strip()));
      }
      if (!rdp.isComplete()) {
        throw new TestBedException("connection " + connection + " cannot be read as RDP");
      }
      return rdp;
    }

    private String run(String... options) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  "tshark",
                  "-n",
                  "-r",
                  capture.toString(),
                  "-o",
                  "tls.keylog_file:" + keyLog,
                  "-d",
                  "tcp.port==" + rdpPort + ",tls"));
      line.addAll(List.of(options));
      return new Command(line, Map.of()).run(LIMIT);
    }
  }
}
