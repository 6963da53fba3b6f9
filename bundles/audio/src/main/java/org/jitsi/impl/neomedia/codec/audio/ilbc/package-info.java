/** Doors into the package of libjitsi's iLBC. */
package org.jitsi.impl.neomedia.codec.audio.ilbc;
