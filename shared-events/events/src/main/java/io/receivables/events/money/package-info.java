/** Exact amounts of money and percentages. */
@NullMarked
package io.receivables.events.money;

import org.jspecify.annotations.NullMarked;
