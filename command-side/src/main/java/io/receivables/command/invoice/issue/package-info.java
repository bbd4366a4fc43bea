/** Issuing an invoice. */
@NullMarked
package io.receivables.command.invoice.issue;

import org.jspecify.annotations.NullMarked;
