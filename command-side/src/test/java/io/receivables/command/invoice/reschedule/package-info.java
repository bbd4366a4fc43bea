/** Rescheduling an invoice, under test. */
@NullMarked
package io.receivables.command.invoice.reschedule;

import org.jspecify.annotations.NullMarked;
