/** Cancelling a credit note. */
@NullMarked
package io.receivables.command.creditnote.cancel;

import org.jspecify.annotations.NullMarked;
