/** Settling invoices with the money of payments and credit notes. */
@NullMarked
package io.receivables.command.allocation;

import org.jspecify.annotations.NullMarked;
