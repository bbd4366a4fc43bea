/** Transferring unallocated cash to another account, and taking it back. */
@NullMarked
package io.receivables.command.payment.transfer;

import org.jspecify.annotations.NullMarked;
