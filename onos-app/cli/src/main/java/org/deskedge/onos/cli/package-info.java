/** Commands of the ONOS shell. What the services refuse ends a command with their message. */
@org.osgi.annotation.bundle.Header(name = "Karaf-Commands", value = "org.deskedge.onos.cli")
package org.deskedge.onos.cli;
