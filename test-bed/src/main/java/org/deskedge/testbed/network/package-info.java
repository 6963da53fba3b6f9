/** Network namespaces, the access switch and the WAN between branch and data centre. */
package org.deskedge.testbed.network;
