/** Invoices: issued, settled, doubtful, written off, recovered, cancelled. */
@NullMarked
package io.receivables.events.invoice;

import org.jspecify.annotations.NullMarked;
