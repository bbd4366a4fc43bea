/** Payments: received, identified, allocated, reversed. */
@NullMarked
package io.receivables.events.payment;

import org.jspecify.annotations.NullMarked;
