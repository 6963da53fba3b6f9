/** Doors into the package of libjitsi's G.729. */
package org.jitsi.impl.neomedia.codec.audio.g729;
