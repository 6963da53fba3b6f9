/** What speech codecs cost: those of the edge, beside those of rtpengine. */
package org.deskedge.testbed.bench.transcoding;
