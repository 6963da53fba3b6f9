/** The voice channel between the edge and a remote-desktop client, whatever protocol carries it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.api.voice;
