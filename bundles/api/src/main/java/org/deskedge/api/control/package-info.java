/** Control channels between a desktop agent and the edge, whatever protocol carries them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.api.control;
