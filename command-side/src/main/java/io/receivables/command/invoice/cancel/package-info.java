/** Cancelling an invoice. */
@NullMarked
package io.receivables.command.invoice.cancel;

import org.jspecify.annotations.NullMarked;
