/**
 * What the cluster agrees on: policies, edges, their status and sessions, and who asks for them.
 */
package org.deskedge.onos.internal.store;
