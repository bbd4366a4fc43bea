/** Taking back a payment, or one allocation of it. */
@NullMarked
package io.receivables.command.payment.reverse;

import org.jspecify.annotations.NullMarked;
