/**
 * Policies and edges from ONOS's network configuration, {@code apps/org.deskedge/deskedge}.
 *
 * <p>What the configuration names is the configuration's: it is put there as the configuration
 * says, again if anybody changes or removes it, and goes when the configuration no longer names it.
 * What it has never named is left alone.
 */
package org.deskedge.onos.netcfg;
