/** Making an invoice a claim of another class: trade, non-trade, other. */
@NullMarked
package io.receivables.command.invoice.reclassify;

import org.jspecify.annotations.NullMarked;
