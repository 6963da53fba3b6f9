/** Speaks to edges: asks how they are and whom they carry, tells them whom to admit. */
package org.deskedge.onos.internal.probe;
