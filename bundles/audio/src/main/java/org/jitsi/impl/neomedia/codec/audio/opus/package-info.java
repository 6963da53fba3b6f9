/** What libjitsi's native Opus library calls its Java side. */
package org.jitsi.impl.neomedia.codec.audio.opus;
