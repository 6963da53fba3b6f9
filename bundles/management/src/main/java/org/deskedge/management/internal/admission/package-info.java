/** Which sessions the edge admits. */
package org.deskedge.management.internal.admission;
