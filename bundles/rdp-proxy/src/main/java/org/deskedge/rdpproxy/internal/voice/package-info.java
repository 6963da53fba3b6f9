/** Voice to and from the client over the remote-desktop session. */
package org.deskedge.rdpproxy.internal.voice;
