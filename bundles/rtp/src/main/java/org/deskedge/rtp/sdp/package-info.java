/** Session descriptions (RFC 8866) and the offer/answer model with them (RFC 3264). */
@Export
@Version("0.1.0")
package org.deskedge.rtp.sdp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
