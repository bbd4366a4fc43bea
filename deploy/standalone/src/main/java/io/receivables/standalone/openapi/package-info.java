/** The published description of the API. */
@NullMarked
package io.receivables.standalone.openapi;

import org.jspecify.annotations.NullMarked;
