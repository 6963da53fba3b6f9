/** Framing: TPKT packets and fast-path PDUs (RFC 1006, MS-RDPBCGR section 5.3.8). */
@Export
@Version("0.1.0")
package org.deskedge.rdp.tpkt;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
