/** RTCP (RFC 3550 section 6) and its extended reports (RFC 3611), without any I/O. */
@Export
@Version("0.1.0")
package org.deskedge.rtp.rtcp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
