/** Allocating a credit note, and taking an allocation back. */
@NullMarked
package io.receivables.command.creditnote.allocate;

import org.jspecify.annotations.NullMarked;
