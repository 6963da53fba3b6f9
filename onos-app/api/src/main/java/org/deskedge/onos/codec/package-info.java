/**
 * JSON of policies, edges and their status.
 *
 * <p>Decoding is strict: an unknown field, a wrong type, a missing field is an {@link
 * org.deskedge.onos.InvalidFieldException} that names the field by its path in the document.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.deskedge.onos.codec;
