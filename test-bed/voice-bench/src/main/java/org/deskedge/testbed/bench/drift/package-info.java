/** Calls with a far end whose clock runs at another speed. */
package org.deskedge.testbed.bench.drift;
