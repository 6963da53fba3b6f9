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
package org.deskedge.rtp.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** SRTP written from the formulas of the RFCs, one by one, and slow: the peer of the tests. */
final class ReferenceSrtp {

  static final int RTP_KEY = 0;
  static final int RTP_AUTH = 1;
  static final int RTP_SALT = 2;
  static final int RTCP_KEY = 3;
  static final int RTCP_AUTH = 4;
  static final int RTCP_SALT = 5;

  private static final int RTP_HEADER = 12;
  private static final int RTCP_HEADER = 8;

  private ReferenceSrtp() {}

  /** RFC 3711 section 4.3.3: the master salt, shifted left to 112 bits where it is shorter. */
  static byte[] derive(byte[] key, byte[] salt, int label, int length)
      throws GeneralSecurityException {
    byte[] iv = Arrays.copyOf(salt, 16);
    iv[7] ^= (byte) label;
    return counterMode(key, iv, new byte[length]);
  }

  static byte[] counterMode(byte[] key, byte[] iv, byte[] data) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher.doFinal(data);
  }

  static byte[] gcm(byte[] key, byte[] iv, byte[] data, byte[]... associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
    for (byte[] piece : associated) {
      cipher.updateAAD(piece);
    }
    return cipher.doFinal(data);
  }

  /** RFC 7714 section 8.1: 00 00 SSRC ROC SEQ, exclusive or with the salt. */
  static byte[] gcmIv(byte[] salt, int source, long index) {
    return xor(
        ByteBuffer.allocate(12)
            .putShort((short) 0)
            .putInt(source)
            .putInt((int) (index >> 16))
            .putShort((short) index)
            .array(),
        salt);
  }

  static byte[] rtp(SrtpMasterKey master, byte[] packet, int rollover)
      throws GeneralSecurityException {
    SrtpSuite suite = master.suite();
    byte[] key = derive(master.key(), master.salt(), RTP_KEY, suite.keyLength());
    byte[] salt = derive(master.key(), master.salt(), RTP_SALT, suite.saltLength());
    byte[] header = Arrays.copyOf(packet, RTP_HEADER);
    byte[] payload = Arrays.copyOfRange(packet, RTP_HEADER, packet.length);
    int source = ByteBuffer.wrap(packet).getInt(8);
    long index = ((long) rollover << 16) | (ByteBuffer.wrap(packet).getShort(2) & 0xffff);
    if (suite.isGcm()) {
      return join(header, gcm(key, gcmIv(salt, source, index), payload, header));
    }
    byte[] whole = join(header, counterMode(key, counterIv(salt, source, index), payload));
    byte[] auth = derive(master.key(), master.salt(), RTP_AUTH, 20);
    byte[] tag = hmac(auth, join(whole, ByteBuffer.allocate(4).putInt(rollover).array()));
    return join(whole, Arrays.copyOf(tag, suite.rtpTagLength()));
  }

  static byte[] rtcp(SrtpMasterKey master, byte[] packet, int index)
      throws GeneralSecurityException {
    SrtpSuite suite = master.suite();
    byte[] key = derive(master.key(), master.salt(), RTCP_KEY, suite.keyLength());
    byte[] salt = derive(master.key(), master.salt(), RTCP_SALT, suite.saltLength());
    byte[] header = Arrays.copyOf(packet, RTCP_HEADER);
    byte[] rest = Arrays.copyOfRange(packet, RTCP_HEADER, packet.length);
    byte[] trailer = ByteBuffer.allocate(4).putInt(index | 0x8000_0000).array();
    int source = ByteBuffer.wrap(packet).getInt(4);
    if (suite.isGcm()) {
      byte[] iv =
          xor(
              ByteBuffer.allocate(12)
                  .putShort((short) 0)
                  .putInt(source)
                  .putShort((short) 0)
                  .putInt(index)
                  .array(),
              salt);
      return join(join(header, gcm(key, iv, rest, header, trailer)), trailer);
    }
    byte[] whole =
        join(join(header, counterMode(key, counterIv(salt, source, index), rest)), trailer);
    byte[] auth = derive(master.key(), master.salt(), RTCP_AUTH, 20);
    return join(whole, Arrays.copyOf(hmac(auth, whole), suite.rtcpTagLength()));
  }

  /** RFC 3711 section 4.1.1: salt * 2^16 + SSRC * 2^64 + index * 2^16, all exclusive or. */
  private static byte[] counterIv(byte[] salt, int source, long index) {
    byte[] iv = ByteBuffer.allocate(16).putInt(0).putInt(source).putLong(index << 16).array();
    return xor(iv, Arrays.copyOf(salt, 16));
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    return mac.doFinal(data);
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] result = one.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= other[i];
    }
    return result;
  }

  private static byte[] join(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
