/** Speech codecs behind one small interface. */
@Export
@Version("0.1.0")
package org.deskedge.audio;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
