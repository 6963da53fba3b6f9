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

/**
 * Protects the packets of one stream and takes the protection off those that come (RFC 3711), in
 * place. Replayed packets are told within a window of 64. For one thread.
 *
 * <p>The key of this side and the sequence numbers sent under it belong together: a stream that
 * goes on keeps its session, and {@link #rekey} changes in it only what is new.
 */
public final class SrtpSession {

  /** Most synchronisation sources of each way. */
  public static final int MAX_SOURCES = 16;

  /** Most bytes protection adds to a packet: the room to leave behind it. */
  public static final int MAX_OVERHEAD = 20;

  private final PacketView packet = new PacketView();
  private SrtpKeys keys;
  private SrtpSender sender;
  private SrtpReceiver receiver;

  /** Begins with the keys of both ways. */
  public SrtpSession(SrtpKeys keys) {
    this.keys = keys;
    this.sender = new SrtpSender(keys.sending());
    this.receiver = new SrtpReceiver(keys.receiving());
  }

  /**
   * Loads the ciphers, which takes up to some seconds the first time: to be called once, on a
   * thread that may wait, before there is a call.
   *
   * @throws IllegalStateException if the cipher of a suite does not work on this machine
   */
  public static void prepare() {
    CipherSetup.prepare();
  }

  /** Goes on with other keys; a way whose key stays goes on as if nothing had been. */
  public void rekey(SrtpKeys next) {
    if (!next.sending().equals(keys.sending())) {
      sender = new SrtpSender(next.sending());
    }
    if (!next.receiving().equals(keys.receiving())) {
      receiver = new SrtpReceiver(next.receiving());
    }
    keys = next;
  }

  /**
   * Protects an RTP packet.
   *
   * @param buffer holds it from {@code offset} and has {@link #MAX_OVERHEAD} bytes of room behind
   *     it
   * @param length of the packet; its new length is {@link #length()}
   */
  public SrtpResult protectRtp(byte[] buffer, int offset, int length) {
    packet.wrap(buffer, offset, length);
    return sender.rtp(packet);
  }

  /** Protects a compound RTCP packet, as {@link #protectRtp} does an RTP packet. */
  public SrtpResult protectRtcp(byte[] buffer, int offset, int length) {
    packet.wrap(buffer, offset, length);
    return sender.rtcp(packet);
  }

  /**
   * Takes the protection off an RTP packet. Where the result is not {@link SrtpResult#OK}, what is
   * in the buffer is of no use.
   *
   * @param length of the protected packet; its new length is {@link #length()}
   */
  public SrtpResult unprotectRtp(byte[] buffer, int offset, int length) {
    packet.wrap(buffer, offset, length);
    return receiver.rtp(packet);
  }

  /** Takes the protection off a compound RTCP packet, as {@link #unprotectRtp} off RTP. */
  public SrtpResult unprotectRtcp(byte[] buffer, int offset, int length) {
    packet.wrap(buffer, offset, length);
    return receiver.rtcp(packet);
  }

  /** Returns the length of the last packet after what was done to it. */
  public int length() {
    return packet.getLength();
  }

  /** Returns the suite of both ways. */
  public SrtpSuite suite() {
    return keys.suite();
  }
}
