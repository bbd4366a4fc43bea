/** Asking for a refund. */
@NullMarked
package io.receivables.command.refund.request;

import org.jspecify.annotations.NullMarked;
