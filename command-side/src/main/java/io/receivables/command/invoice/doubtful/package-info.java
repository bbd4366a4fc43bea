/** Marking an invoice as doubtful, and releasing it. */
@NullMarked
package io.receivables.command.invoice.doubtful;

import org.jspecify.annotations.NullMarked;
