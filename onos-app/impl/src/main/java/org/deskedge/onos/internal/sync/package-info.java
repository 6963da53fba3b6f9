/** Brings the rules that are wanted onto devices, in an order that no kept session notices. */
package org.deskedge.onos.internal.sync;
