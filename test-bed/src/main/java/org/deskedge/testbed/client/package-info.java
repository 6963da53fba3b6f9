/** The person's side: a screen, a remote-desktop client, and what a person does with them. */
package org.deskedge.testbed.client;
