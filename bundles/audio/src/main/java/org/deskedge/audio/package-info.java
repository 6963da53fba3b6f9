/** Speech codecs behind one small interface, and the signal processing of a voice path. */
@Export
@Version("0.1.0")
package org.deskedge.audio;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
