/** Component properties. */
package org.deskedge.onos.internal.config;
