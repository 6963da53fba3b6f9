/** The test bed: real parts in network namespaces, the demo, and the end-to-end tests. */
package org.deskedge.testbed;
