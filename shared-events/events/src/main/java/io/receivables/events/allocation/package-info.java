/** What payments and credit notes have in common: they settle instalments of invoices. */
@NullMarked
package io.receivables.events.allocation;

import org.jspecify.annotations.NullMarked;
