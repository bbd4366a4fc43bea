/** Accounting periods: which months are closed, by whom, with which figures, and what came late. */
@NullMarked
package io.receivables.query.period;

import org.jspecify.annotations.NullMarked;
