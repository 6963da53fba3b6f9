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
package org.deskedge.management.internal.admission;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of IPv4 or IPv6 addresses that have their first bits in common. Immutable. */
public final class IpPrefix {

  /** What {@link #parse} takes, in words. */
  public static final String ALLOWED =
      "an IPv4 or IPv6 prefix without host bits, such as 10.20.0.0/16 or 2001:db8::/32";

  private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F:.]{2,45})/([0-9]{1,3})");

  /** First bytes of an IPv4 address in IPv6 form (RFC 4291 section 2.5.5.2). */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private final byte[] network;
  private final int length;

  private IpPrefix(byte[] network, int length) {
    this.network = network;
    this.length = length;
  }

  /** Reads a prefix; empty if the text is none, or has bits behind the prefix that are not 0. */
  public static Optional<IpPrefix> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] network = NetUtil.createByteArrayFromIpAddressString(parts.group(1));
    int length = Integer.parseInt(parts.group(2));
    if (network == null || length > network.length * Byte.SIZE) {
      return Optional.empty();
    }
    IpPrefix prefix = new IpPrefix(network, length);
    return prefix.hasHostBits() ? Optional.empty() : Optional.of(prefix);
  }

  /** Returns whether the address is one of the range; never where it is of the other family. */
  public boolean contains(InetAddress address) {
    return contains(bytes(address));
  }

  /** Returns whether the address is one of the range, given as {@link #bytes} has it. */
  boolean contains(byte[] bytes) {
    if (bytes.length != network.length) {
      return false;
    }
    int whole = length / Byte.SIZE;
    return Arrays.equals(bytes, 0, whole, network, 0, whole)
        && (length % Byte.SIZE == 0 || ((bytes[whole] ^ network[whole]) & mask()) == 0);
  }

  /** Mask of the byte in which the prefix ends. */
  private int mask() {
    return 0xFF << (Byte.SIZE - length % Byte.SIZE);
  }

  private boolean hasHostBits() {
    int first = length / Byte.SIZE;
    for (int i = first; i < network.length; i++) {
      int host = i == first && length % Byte.SIZE != 0 ? network[i] & ~mask() : network[i];
      if ((host & 0xFF) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the bytes of an address; 4 of an IPv4 address that is in IPv6 form. */
  static byte[] bytes(InetAddress address) {
    // A socket for both families has IPv4 peers in IPv6 form.
    byte[] bytes = address.getAddress();
    boolean mapped =
        bytes.length == 16 && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
    return mapped ? Arrays.copyOfRange(bytes, MAPPED.length, bytes.length) : bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpPrefix that
        && length == that.length
        && Arrays.equals(network, that.network);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(network) + length;
  }

  @Override
  public String toString() {
    try {
      return NetUtil.toAddressString(InetAddress.getByAddress(network)) + "/" + length;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
