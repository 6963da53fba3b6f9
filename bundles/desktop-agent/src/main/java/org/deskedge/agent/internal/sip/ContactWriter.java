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
package org.deskedge.agent.internal.sip;

import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.UUID;
import javax.sip.Dialog;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Writes what makes the agent an end of the dialog: its own Contact and its own tag. */
final class ContactWriter {

  private ContactWriter() {}

  /** Sets the Contact to the agent's address, keeping the user name of the party it stands for. */
  static void set(Message message, InetSocketAddress address, URI party) throws ParseException {
    message.setHeader(
        SipMessages.headers()
            .createContactHeader(SipMessages.addresses().createAddress(uri(address, party))));
  }

  /** Returns the agent's own URI for a party. */
  static SipURI uri(InetSocketAddress address, URI party) throws ParseException {
    String user = party instanceof SipURI sip ? sip.getUser() : null;
    SipURI uri = SipMessages.addresses().createSipURI(user, address.getAddress().getHostAddress());
    uri.setPort(address.getPort());
    return uri;
  }

  /** Returns the party a request is addressed to. */
  static URI user(Request request) {
    return ((ToHeader) request.getHeader(ToHeader.NAME)).getAddress().getURI();
  }

  /** Gives a response the dialog's tag, or a new one. */
  static void tag(Response response, Dialog dialog) throws ParseException {
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    if (to.getTag() == null) {
      String tag = dialog == null ? null : dialog.getLocalTag();
      to.setTag(tag == null ? UUID.randomUUID().toString().substring(0, 8) : tag);
    }
  }
}
