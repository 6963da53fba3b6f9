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
package org.jitsi.impl.neomedia.codec.audio.opus;

/**
 * The functions of libjitsi's native Opus library, libjnopus, that are called here. It finds them
 * by the name of this class and of its methods: these stand in for libjitsi's own, which load the
 * library themselves and by other libraries' help. Whoever calls them has loaded it.
 *
 * <p>No offset or length is checked: what is out of an array is read or written all the same. An
 * array is pinned while it is worked on. For one thread for each encoder and decoder.
 */
public final class Opus {

  public static final int BANDWIDTH_NARROWBAND = 1101;
  public static final int BANDWIDTH_MEDIUMBAND = 1102;
  public static final int BANDWIDTH_WIDEBAND = 1103;

  private Opus() {}

  /** Returns the address of an encoder for speech, 0 if there is no memory. */
  public static native long encoder_create(int sampleRate, int channels);

  public static native void encoder_destroy(long encoder);

  /** Returns the bytes written, or a negative error. Samples are bytes in the machine's order. */
  public static native int encode(
      long encoder,
      byte[] samples,
      int offset,
      int sampleCount,
      byte[] payload,
      int at,
      int payloadRoom);

  public static native int encoder_set_bitrate(long encoder, int bitsPerSecond);

  public static native int encoder_set_complexity(long encoder, int complexity);

  public static native int encoder_set_inband_fec(long encoder, int on);

  public static native int encoder_set_max_bandwidth(long encoder, int bandwidth);

  public static native int encoder_set_packet_loss_perc(long encoder, int percent);

  public static native int encoder_set_vbr(long encoder, int on);

  /** Returns the address of a decoder, 0 if there is no memory. */
  public static native long decoder_create(int sampleRate, int channels);

  public static native void decoder_destroy(long decoder);

  /** Returns the samples a packet holds, or a negative error. */
  public static native int decoder_get_nb_samples(
      long decoder, byte[] payload, int offset, int length);

  /**
   * Returns the samples written, or a negative error.
   *
   * @param payload null for a lost packet
   * @param sampleRoom how many samples to write at most; exactly, if a packet is lost
   * @param forwardErrorCorrection 1 to decode what the payload tells of the one before it
   */
  public static native int decode(
      long decoder,
      byte[] payload,
      int offset,
      int length,
      byte[] samples,
      int at,
      int sampleRoom,
      int forwardErrorCorrection);
}
