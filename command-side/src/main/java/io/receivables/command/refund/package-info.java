/** Refunds: the document that each belongs to. */
@NullMarked
package io.receivables.command.refund;

import org.jspecify.annotations.NullMarked;
