/** The resources of the REST API: the same shape whether a command answers or a query. */
@NullMarked
package io.receivables.platform.resource;

import org.jspecify.annotations.NullMarked;
