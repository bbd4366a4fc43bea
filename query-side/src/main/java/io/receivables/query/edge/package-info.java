/** What every query has in common: as of when, for whom, how much of it, in which form. */
@NullMarked
package io.receivables.query.edge;

import org.jspecify.annotations.NullMarked;
