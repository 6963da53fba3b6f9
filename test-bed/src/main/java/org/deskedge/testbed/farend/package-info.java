/**
 * Stock far ends besides baresip: another telephone, a test caller, a SIP proxy with a media relay.
 */
package org.deskedge.testbed.farend;
