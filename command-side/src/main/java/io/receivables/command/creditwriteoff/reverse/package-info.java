/** Giving a credit back that had been kept as income. */
@NullMarked
package io.receivables.command.creditwriteoff.reverse;

import org.jspecify.annotations.NullMarked;
