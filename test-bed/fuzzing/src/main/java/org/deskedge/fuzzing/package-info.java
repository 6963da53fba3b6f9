/** Fuzzing of the decoders of what comes over the network. */
package org.deskedge.fuzzing;
