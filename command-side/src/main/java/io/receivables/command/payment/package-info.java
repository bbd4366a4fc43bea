/** Payments: money received, identified, allocated, given back. */
@NullMarked
package io.receivables.command.payment;

import org.jspecify.annotations.NullMarked;
