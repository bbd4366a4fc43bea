/** Letting the rules of the policy find what a payment settles. */
@NullMarked
package io.receivables.command.payment.autoallocate;

import org.jspecify.annotations.NullMarked;
