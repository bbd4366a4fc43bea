/** Statements of account: what moved between two days, from one balance to the other. */
@NullMarked
package io.receivables.query.statement;

import org.jspecify.annotations.NullMarked;
