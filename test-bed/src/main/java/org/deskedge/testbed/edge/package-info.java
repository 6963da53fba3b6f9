/** The edge, as it is distributed. */
package org.deskedge.testbed.edge;
