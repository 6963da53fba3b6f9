/** Voice quality from what is measured: the E-model (ITU-T G.107 and G.107.1). */
@Export
@Version("0.1.0")
package org.deskedge.rtp.quality;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
