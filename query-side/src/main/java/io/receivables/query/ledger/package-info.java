/** The books of the read side: every fact folded into insert-only rows from which each answer is a sum. */
@NullMarked
package io.receivables.query.ledger;

import org.jspecify.annotations.NullMarked;
