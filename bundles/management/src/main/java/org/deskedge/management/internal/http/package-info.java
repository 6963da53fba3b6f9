/** An HTTPS server that knows nothing of what it serves. */
package org.deskedge.management.internal.http;
