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
package org.deskedge.rdp.info;

import io.netty.buffer.ByteBuf;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * Client Info PDU (MS-RDPBCGR section 2.2.1.11), as far as the edge needs it. The password in it is
 * passed over unread.
 *
 * <pre>
 * flags u16, with 0x0040 | flagsHi u16                                             (security header)
 * codePage u32 | flags u32 | cbDomain u16 | cbUserName u16 | cbPassword u16
 * cbAlternateShell u16 | cbWorkingDir u16 | domain | user name | ...     (each with a terminator)
 * </pre>
 *
 * @param flags bits of INFO
 * @param domain may be empty
 * @param user may be empty
 */
public record ClientInfo(int flags, String domain, String user) {

  /** INFO_NOAUDIOPLAYBACK: the client does not play sound. */
  public static final int NO_AUDIO_PLAYBACK = 0x0008_0000;

  /** INFO_AUDIOCAPTURE: the client offers its microphone. */
  public static final int AUDIO_CAPTURE = 0x0020_0000;

  private static final String NAME = "Client Info";
  private static final int SEC_INFO_PKT = 0x0040;
  private static final int SECURITY_HEADER = 4;
  private static final int CODE_PAGE = 4;
  private static final int INFO_UNICODE = 0x0010;
  private static final int LENGTHS_BEHIND_USER = 6;
  private static final int MAX_TEXT = 1_024;

  /**
   * Returns whether data of the session's own channel is a Client Info PDU.
   *
   * @param payload of an MCS Send Data Request
   */
  public static boolean is(ByteBuf payload) {
    return payload.readableBytes() >= SECURITY_HEADER
        && (payload.getUnsignedShortLE(payload.readerIndex()) & SEC_INFO_PKT) != 0;
  }

  /**
   * Decodes the PDU.
   *
   * @param payload of an MCS Send Data Request; its indices stay where they are
   * @throws MalformedPduException if it is cut off before the end of the user's name, a name is
   *     longer than 1024 bytes, or it {@linkplain #is is none}
   */
  public static ClientInfo decode(ByteBuf payload) throws MalformedPduException {
    ChannelPduReader in = new ChannelPduReader(NAME, payload);
    if (!is(payload)) {
      throw new MalformedPduException(NAME + ": the security header says it is none");
    }
    in.skip(SECURITY_HEADER + CODE_PAGE);
    int flags = in.i32();
    int domainLength = in.u16();
    int userLength = in.u16();
    in.skip(LENGTHS_BEHIND_USER);
    boolean unicode = (flags & INFO_UNICODE) != 0;
    String domain = text(in, domainLength, unicode);
    String user = text(in, userLength, unicode);
    return new ClientInfo(flags, domain, user);
  }

  private static String text(ChannelPduReader in, int length, boolean unicode)
      throws MalformedPduException {
    if (length > MAX_TEXT) {
      throw new MalformedPduException(NAME + ": text of " + length + " bytes");
    }
    Charset charset = unicode ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    String text = in.bytes(length).toString(charset);
    in.skip(unicode ? 2 : 1);
    return text;
  }
}
