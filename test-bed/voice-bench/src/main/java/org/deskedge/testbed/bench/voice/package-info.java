/** The command of the benchmarks of the voice path. */
package org.deskedge.testbed.bench.voice;
