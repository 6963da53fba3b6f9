/** Sessions: from an accepted connection through the handshakes to the relay. */
package org.deskedge.rdpproxy.internal.session;
