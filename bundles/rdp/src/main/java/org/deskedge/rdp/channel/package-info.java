/** Static virtual channels: chunk header and reassembly (MS-RDPBCGR section 2.2.6.1). */
@Export
@Version("0.1.0")
package org.deskedge.rdp.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
