/** Identifying who made a payment. */
@NullMarked
package io.receivables.command.payment.identify;

import org.jspecify.annotations.NullMarked;
