/** The management endpoint, and what it controls: draining and policy. */
package org.deskedge.management.internal;
