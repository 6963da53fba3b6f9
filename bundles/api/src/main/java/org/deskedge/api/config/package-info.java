/** Reading configuration dictionaries with errors an operator can act on. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.api.config;
