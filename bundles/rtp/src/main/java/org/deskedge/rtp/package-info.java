/** RTP as received and sent: headers, sequence numbers and receiver statistics (RFC 3550). */
@Export
@Version("0.1.0")
package org.deskedge.rtp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
