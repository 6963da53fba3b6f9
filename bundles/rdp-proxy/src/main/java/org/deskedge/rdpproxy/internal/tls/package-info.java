/** TLS of both legs. */
package org.deskedge.rdpproxy.internal.tls;
