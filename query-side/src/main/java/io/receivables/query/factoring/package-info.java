/** Receivables that are with a factor, and what we owe to factors. */
@NullMarked
package io.receivables.query.factoring;

import org.jspecify.annotations.NullMarked;
