/** What the edge takes on: which sessions and calls are admitted, and draining. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.api.admission;
