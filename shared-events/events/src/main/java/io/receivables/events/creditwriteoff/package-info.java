/** Credits that are kept as income, in the stream of the payment or credit note. */
@NullMarked
package io.receivables.events.creditwriteoff;

import org.jspecify.annotations.NullMarked;
