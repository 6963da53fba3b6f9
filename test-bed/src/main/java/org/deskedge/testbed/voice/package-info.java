/** Speech as the bed speaks, carries and judges it: sources, the client's sound, the phones. */
package org.deskedge.testbed.voice;
