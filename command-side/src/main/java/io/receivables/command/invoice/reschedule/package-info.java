/** Giving what is open of an invoice other due dates. */
@NullMarked
package io.receivables.command.invoice.reschedule;

import org.jspecify.annotations.NullMarked;
