/** The REST interface under {@code /onos/deskedge}; {@code openapi.json} beside it describes it. */
@org.osgi.annotation.bundle.Header(name = "Web-ContextPath", value = "/onos/deskedge")
package org.deskedge.onos.rest;
