/** The desktop in the data centre: its remote-desktop server, its session, the desktop agent. */
package org.deskedge.testbed.desktop;
