/** What the management endpoint serves. */
package org.deskedge.management.internal.resource;
