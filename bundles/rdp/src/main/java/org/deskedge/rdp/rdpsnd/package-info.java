/** Audio output to the client (MS-RDPEA), the edge being the server. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.rdp.rdpsnd;
