/** The second person's word on a write-off. */
@NullMarked
package io.receivables.command.invoice.approvewriteoff;

import org.jspecify.annotations.NullMarked;
