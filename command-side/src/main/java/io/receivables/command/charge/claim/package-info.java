/** Claiming a late charge on an invoice. */
@NullMarked
package io.receivables.command.charge.claim;

import org.jspecify.annotations.NullMarked;
