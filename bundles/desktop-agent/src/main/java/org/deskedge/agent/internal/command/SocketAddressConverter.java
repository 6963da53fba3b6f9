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
package org.deskedge.agent.internal.command;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code ADDRESS:PORT}, the address an IP address, IPv6 in brackets. */
public final class SocketAddressConverter implements ITypeConverter<InetSocketAddress> {

  private static final Pattern FORM = Pattern.compile("(?:\\[([^]]+)]|([^:\\[\\]]+)):(\\d{1,5})");
  private static final int MAX_PORT = 0xFFFF;

  @Override
  public InetSocketAddress convert(String text) throws UnknownHostException {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new TypeConversionException("'" + text + "' is not ADDRESS:PORT");
    }
    String address = m.group(1) == null ? m.group(2) : m.group(1);
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    int port = Integer.parseInt(m.group(3));
    if (bytes == null || port > MAX_PORT) {
      throw new TypeConversionException("'" + text + "' is not an IP address and port");
    }
    return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
  }
}
