/** The RDP proxy: component and configuration. */
package org.deskedge.rdpproxy.internal;
