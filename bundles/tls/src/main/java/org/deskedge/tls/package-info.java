/** The edge's key and certificate, and files that only their owner may read. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.tls;
