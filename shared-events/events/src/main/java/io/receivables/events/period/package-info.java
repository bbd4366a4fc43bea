/** Accounting periods: the months of a legal entity, closed with a sign-off. */
@NullMarked
package io.receivables.events.period;

import org.jspecify.annotations.NullMarked;
