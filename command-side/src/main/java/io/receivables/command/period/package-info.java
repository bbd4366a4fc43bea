/** Accounting periods: which months are closed, and under which date a late fact is booked. */
@NullMarked
package io.receivables.command.period;

import org.jspecify.annotations.NullMarked;
