/** Issuing an invoice, under test. */
@NullMarked
package io.receivables.command.invoice.issue;

import org.jspecify.annotations.NullMarked;
