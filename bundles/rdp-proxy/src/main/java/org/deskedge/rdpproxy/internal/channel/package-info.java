/** Dynamic virtual channels: the edge's own merged with the desktop's on one session. */
package org.deskedge.rdpproxy.internal.channel;
