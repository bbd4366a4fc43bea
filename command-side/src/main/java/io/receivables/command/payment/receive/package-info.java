/** Receiving a payment. */
@NullMarked
package io.receivables.command.payment.receive;

import org.jspecify.annotations.NullMarked;
