/** How speech sounds that came over a network that loses and delays packets. */
package org.deskedge.testbed.bench.quality;
