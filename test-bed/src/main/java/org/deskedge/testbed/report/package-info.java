/** The results of a demo: as JSON and as a table on the terminal. */
package org.deskedge.testbed.report;
