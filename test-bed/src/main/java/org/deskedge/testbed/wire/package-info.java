/** What goes over a link: packet capture, and voice counted and decoded from it. */
package org.deskedge.testbed.wire;
