/** Writing off an invoice, and taking a write-off back. */
@NullMarked
package io.receivables.command.invoice.writeoff;

import org.jspecify.annotations.NullMarked;
