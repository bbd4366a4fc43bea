/** Refunds of unapplied cash or credit, in the stream of the payment or credit note. */
@NullMarked
package io.receivables.events.refund;

import org.jspecify.annotations.NullMarked;
