/** Protection of RTP and RTCP (RFC 3711) with the suites SDP can agree on (RFC 4568). */
@Export
@Version("0.1.0")
package org.deskedge.rtp.srtp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
