/**
 * The VOIP PDUs that a desktop agent and the edge exchange over the control channel {@code
 * VOIPCTL}: values, encoder and stream decoder, no I/O. The layouts are in {@code
 * docs/voip-channel.md}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.voip;
