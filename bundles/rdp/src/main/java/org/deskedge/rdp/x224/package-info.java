/**
 * X.224 connection request and confirm with RDP negotiation (MS-RDPBCGR sections 2.2.1.1 and
 * 2.2.1.2).
 */
@Export
@Version("0.1.0")
package org.deskedge.rdp.x224;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
