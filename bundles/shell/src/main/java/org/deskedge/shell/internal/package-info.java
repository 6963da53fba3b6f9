/** The console commands of the edge. They see only the API. */
package org.deskedge.shell.internal;
