/** Programs the test bed runs, and the directory where it remembers them. */
package org.deskedge.testbed.process;
