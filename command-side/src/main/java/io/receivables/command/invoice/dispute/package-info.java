/** Disputes about an invoice: raised, given to somebody else, resolved. */
@NullMarked
package io.receivables.command.invoice.dispute;

import org.jspecify.annotations.NullMarked;
