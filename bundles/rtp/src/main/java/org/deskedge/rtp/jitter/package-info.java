/** The jitter buffer: packets put in order, and how long each is to wait. */
@Export
@Version("0.1.0")
package org.deskedge.rtp.jitter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
