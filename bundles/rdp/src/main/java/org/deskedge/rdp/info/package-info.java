/** Client Info PDU (MS-RDPBCGR section 2.2.1.11). */
@Export
@Version("0.1.0")
package org.deskedge.rdp.info;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
