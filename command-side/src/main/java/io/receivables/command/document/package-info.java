/** What invoices and credit notes have in common: lines, totals, numbers. */
@NullMarked
package io.receivables.command.document;

import org.jspecify.annotations.NullMarked;
