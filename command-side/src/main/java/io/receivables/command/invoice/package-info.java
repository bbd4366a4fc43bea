/** Invoices: what is owed, instalment by instalment and date by date. */
@NullMarked
package io.receivables.command.invoice;

import org.jspecify.annotations.NullMarked;
