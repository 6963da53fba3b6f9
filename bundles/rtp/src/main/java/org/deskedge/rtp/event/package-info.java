/** Telephone events in RTP, such as DTMF digits: payload, receiver and sender (RFC 4733). */
@Export
@Version("0.1.0")
package org.deskedge.rtp.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
