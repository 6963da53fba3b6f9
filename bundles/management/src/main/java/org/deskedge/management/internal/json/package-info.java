/** Reading and writing JSON documents, with errors that name the field. */
package org.deskedge.management.internal.json;
