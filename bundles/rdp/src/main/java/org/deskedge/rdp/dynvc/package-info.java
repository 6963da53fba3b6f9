/** Dynamic virtual channels (MS-RDPEDYC). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.rdp.dynvc;
