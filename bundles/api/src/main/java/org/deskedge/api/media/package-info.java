/** The media relay: RTP towards the far end, joined to a voice channel towards the client. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.api.media;
