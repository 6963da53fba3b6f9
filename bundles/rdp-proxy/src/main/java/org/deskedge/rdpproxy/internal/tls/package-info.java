/** TLS of both legs, and the edge's certificate. */
package org.deskedge.rdpproxy.internal.tls;
