/** Allocating a payment to an invoice. */
@NullMarked
package io.receivables.command.payment.allocate;

import org.jspecify.annotations.NullMarked;
