/**
 * T.125 multipoint communication service: connect sequence and send data (MS-RDPBCGR sections
 * 2.2.1.3 and 2.2.1.4).
 */
@Export
@Version("0.1.0")
package org.deskedge.rdp.mcs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
