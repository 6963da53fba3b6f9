/** What is fuzzed: one class for each decoder, with the entry point that Jazzer looks for. */
package org.deskedge.fuzzing.decoder;
