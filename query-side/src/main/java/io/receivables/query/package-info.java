/** The read side: projections and the queries that they answer. */
@NullMarked
package io.receivables.query;

import org.jspecify.annotations.NullMarked;
