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
package org.deskedge.agent.internal.testing;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A SIP message as text, read without the stack under test. */
public record SipMessage(SocketAddress from, String startLine, List<String> headers, String body) {

  static SipMessage parse(SocketAddress from, String text) {
    int end = text.indexOf("\r\n\r\n");
    List<String> lines = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\r\n", -1)));
    return new SipMessage(from, lines.remove(0), lines, text.substring(end + 4));
  }

  public boolean isResponse() {
    return startLine.startsWith("SIP/2.0 ");
  }

  public int status() {
    return Integer.parseInt(startLine.split(" ", -1)[1]);
  }

  /** The request's method, or that of the request a response is to. */
  public String method() {
    return header("CSeq").split(" ", -1)[1];
  }

  public String requestUri() {
    return startLine.split(" ", -1)[1];
  }

  public List<String> all(String name) {
    return headers.stream()
        .filter(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(h -> h.substring(name.length() + 1).strip())
        .toList();
  }

  public String header(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** What makes a retransmission the same message. */
  String identity() {
    return (isResponse() ? startLine : "") + header("Via") + header("CSeq") + header("Call-ID");
  }

  /** The URI in the Contact. */
  public String contact() {
    String contact = header("Contact");
    return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
  }
}
