/**
 * From policies, edges and sessions to flow rules, without any service: the same input gives the
 * same rules on every node and after every restart.
 */
package org.deskedge.onos.internal.rules;
