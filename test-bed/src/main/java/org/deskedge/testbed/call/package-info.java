/** Calls between the desktop and a far-end phone. */
package org.deskedge.testbed.call;
