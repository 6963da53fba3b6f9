/**
 * Redirect policies and edges: what the controller app offers to REST, commands and other apps.
 *
 * <p>Values are immutable and safe for use by several threads; services are too.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.onos;
