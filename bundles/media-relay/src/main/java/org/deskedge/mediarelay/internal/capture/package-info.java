/** Microphone to far end: pacing, framing and encoding. */
package org.deskedge.mediarelay.internal.capture;
