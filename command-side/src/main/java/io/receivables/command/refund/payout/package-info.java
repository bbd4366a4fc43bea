/** Paying a refund out, and its return by the bank. */
@NullMarked
package io.receivables.command.refund.payout;

import org.jspecify.annotations.NullMarked;
