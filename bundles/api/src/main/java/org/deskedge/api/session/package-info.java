/** Remote-desktop sessions that pass through this edge, as seen by commands and statistics. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.api.session;
